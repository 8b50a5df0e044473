import { type ImportedPage, newUuid, placeImportedPages, PLAIN_PAGE, ROOT_ID } from '@pipit/cms';
import type { FixtureRow } from '../fixture/fixture.js';
import type { PlannedRoot } from './import-plan.js';
import { parentOf } from './plan-basics.js';
import { PAGE_MODEL, REVISION_MODEL, type PlanContext } from './plan-context.js';
import { RowReader } from './row-reader.js';

/** The tree: its root, which exists here already, and all other pages, siblings in their order. */
export function planPages(context: PlanContext): { root: PlannedRoot | null; pages: ImportedPage[] } {
  const rows = [...context.fixture.of(PAGE_MODEL)].sort((a, b) =>
    String(a.fields['path']) < String(b.fields['path']) ? -1 : 1,
  );
  const byPath = new Map(rows.map((row) => [String(row.fields['path']), row]));
  let root: PlannedRoot | null = null;
  const pages: ImportedPage[] = [];
  for (const row of rows) {
    const reader = new RowReader(row, context);
    if (row.fields['depth'] === 1 || String(row.fields['path']).length === 4) {
      if (root) reader.fault('path', 'The tree has two roots.', null);
      root = readRoot(reader);
    } else {
      pages.push(readPage(reader, parentOf(byPath, reader.text('path')), context));
    }
    reader.finish();
  }
  checkSlugs(context, pages);
  noteDerived(context, pages);
  return { root, pages };
}

function readRoot(reader: RowReader): PlannedRoot {
  if (reader.id !== ROOT_ID) reader.fault('path', `The tree's root has to have the id ${ROOT_ID}.`, null);
  reader.derived('path', 'depth', 'numchild', 'url_path', 'slug', 'content_type', 'live', 'draft_title');
  return {
    title: reader.text('title', 255),
    localeId: reader.owner('locale', 'wagtailcore.locale'),
    translationKey: reader.uuid('translation_key') ?? newUuid(),
  };
}

function readPage(reader: RowReader, parent: FixtureRow | null, context: PlanContext): ImportedPage {
  if (!parent) reader.fault('path', 'No page stands above it.', null);
  reader.derived('depth', 'numchild', 'url_path');
  const title = reader.text('title', 255);
  return {
    id: reader.id,
    parentId: Number(parent?.pk ?? 0),
    type: typeOf(reader, context),
    title,
    draftTitle: reader.text('draft_title', 255) || title,
    slug: reader.text('slug', 255),
    localeId: reader.owner('locale', 'wagtailcore.locale'),
    translationKey: reader.uuid('translation_key') ?? newUuid(),
    live: reader.boolean('live', true),
    hasUnpublishedChanges: reader.boolean('has_unpublished_changes'),
    firstPublishedAt: reader.moment('first_published_at'),
    lastPublishedAt: reader.moment('last_published_at'),
    goLiveAt: reader.moment('go_live_at'),
    expireAt: reader.moment('expire_at'),
    expired: reader.boolean('expired'),
    ownerId: reader.reference('owner', 'auth.user'),
    locked: reader.boolean('locked'),
    lockedById: reader.reference('locked_by', 'auth.user'),
    lockedAt: reader.moment('locked_at'),
    aliasOfId: reader.reference('alias_of', PAGE_MODEL),
    latestRevisionId: reader.reference('latest_revision', REVISION_MODEL),
    liveRevisionId: reader.reference('live_revision', REVISION_MODEL),
    latestRevisionCreatedAt: reader.moment('latest_revision_created_at'),
    seoTitle: reader.text('seo_title', 255),
    searchDescription: reader.text('search_description'),
    showInMenus: reader.boolean('show_in_menus'),
  };
}

function typeOf(reader: RowReader, context: PlanContext): string {
  const given = reader.take('content_type');
  const model = Array.isArray(given) ? given.join('.') : '';
  if (model === PAGE_MODEL) return PLAIN_PAGE;
  const type = context.types.find(model);
  if (type?.category === 'page') return type.name;
  return reader.fault('content_type', `No page type is declared for ${model || JSON.stringify(given)}.`, PLAIN_PAGE);
}

function checkSlugs(context: PlanContext, pages: readonly ImportedPage[]): void {
  const taken = new Map<string, number>();
  for (const { id, parentId, slug } of pages) {
    const key = `${parentId}/${slug}`;
    const other = taken.get(key);
    const why = slug === '' ? 'It is empty.' : `Its sibling, page ${other}, has the slug “${slug}” too.`;
    if (slug === '' || other !== undefined) context.report.problem({ model: PAGE_MODEL, pk: id, field: 'slug' }, why);
    taken.set(key, id);
  }
}

/** Columns that follow from others, where the export had them wrong. */
function noteDerived(context: PlanContext, pages: readonly ImportedPage[]): void {
  const placed = placeImportedPages(pages);
  for (const { id } of pages) {
    const { fields } = context.fixture.find(PAGE_MODEL, id)!;
    const place = placed.get(id);
    if (!place) continue;
    const derived = { url_path: place.urlPath, numchild: place.childCount, depth: place.depth };
    for (const [field, value] of Object.entries(derived)) {
      if (fields[field] === undefined || fields[field] === value) continue;
      context.report.note(
        { model: PAGE_MODEL, pk: id, field },
        `It said ${JSON.stringify(fields[field])}; from the tree follows ${JSON.stringify(value)}.`,
      );
    }
  }
}
