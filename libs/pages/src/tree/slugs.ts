import slugify from '@sindresorhus/slugify';
import { invalid, type Ctx } from '@pipit/kernel';

const MAX_LENGTH = 255;
/** Characters a suffix may need. */
const LONGEST_SUFFIX = 8;

/** A slug made from a title; `page` when nothing of it can stand in an address. */
export function slugFrom(title: string): string {
  return slugify(title, { decamelize: false }).slice(0, MAX_LENGTH - LONGEST_SUFFIX) || 'page';
}

/** True for a slug that says nothing and is to be made from the title. */
export function isBlank(slug: unknown): boolean {
  return slug === undefined || slug === null || (typeof slug === 'string' && slug.trim() === '');
}

/** The slug, or with the first free suffix, among the children of a page. */
export async function freeSlug(
  ctx: Ctx,
  parentId: number,
  wanted: string,
  exceptPageId: number | null,
): Promise<string> {
  const rows: { slug: string }[] = await ctx.manager.query(
    `SELECT slug FROM page WHERE parent_id = $1 AND id IS DISTINCT FROM $2 AND (slug = $3 OR slug LIKE $4)`,
    [parentId, exceptPageId, wanted, `${wanted.slice(0, MAX_LENGTH - LONGEST_SUFFIX).replace(/[\\%_]/g, '\\$&')}%`],
  );
  const taken = new Set(rows.map((row) => row.slug));
  if (!taken.has(wanted)) return wanted;
  for (let suffix = 2; ; suffix += 1) {
    const slug = `${wanted.slice(0, MAX_LENGTH - String(suffix).length - 1)}-${suffix}`;
    if (!taken.has(slug)) return slug;
  }
}

/** Refuses a slug that a sibling has, and says which sibling and what would be free. */
export async function requireFreeSlug(
  ctx: Ctx,
  parentId: number,
  slug: string,
  exceptPageId: number | null,
): Promise<void> {
  const rows: { title: string }[] = await ctx.manager.query(
    'SELECT draft_title AS title FROM page WHERE parent_id = $1 AND slug = $2 AND id IS DISTINCT FROM $3',
    [parentId, slug, exceptPageId],
  );
  const [sibling] = rows;
  if (!sibling) return;
  const free = await freeSlug(ctx, parentId, slug, exceptPageId);
  const message = `This address is taken by “${sibling.title}”. Try ${free}.`;
  throw invalid(message, [{ path: '/fields/slug', code: 'taken', message }]);
}
