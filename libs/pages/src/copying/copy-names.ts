import { fieldFaults } from '@pipit/content-types';
import { invalid, type WriteCtx } from '@pipit/kernel';
import { BASE_FIELDS } from '../content/base-fields.js';
import type { Page } from '../page.entity.js';
import { freeSlug, isBlank, requireFreeSlug } from '../tree/slugs.js';

/** How somebody wants a copy to be called. */
interface WantedNames {
  readonly title?: string;
  readonly slug?: string;
  readonly alias?: boolean;
}

/** The copy's title (when it gets one of its own) and a slug that is free. */
export async function namesOfCopy(
  ctx: WriteCtx,
  source: Page,
  parent: Page,
  { title, slug, alias = false }: WantedNames,
): Promise<{ slug: string; title?: string }> {
  const given = { ...(title === undefined ? {} : { title }), ...(isBlank(slug) ? {} : { slug: slug! }) };
  const nodes = BASE_FIELDS.filter(({ name }) => Object.hasOwn(given, name));
  const faults = fieldFaults({ nodes, values: given, panels: [] }, { tier: 'save', stored: null });
  const errors = faults.map(({ path, ...fault }) => ({ ...fault, path: path.replace('/fields', '') }));
  if (alias && title !== undefined) {
    const message = 'A mirror is called like its page.';
    errors.push({ path: '/title', code: 'mirrored', message });
  }
  if (errors.length > 0) throw invalid('The copy cannot be called that.', errors);
  if (given.slug !== undefined) await requireFreeSlug(ctx, parent.id, given.slug, null, '/slug');
  return { ...given, slug: given.slug ?? (await freeSlug(ctx, parent.id, source.slug, null)) };
}
