import type { ExportedRow } from './export.js';
import type { Imported } from './no-loss.js';
import { isSameValue } from './same-value.js';

/** State and position, which are no content. */
const NO_CONTENT =
  /^(pk|path|depth|numchild|translation_key|locale|latest_revision|live|has_unpublished_changes|first_published_at|last_published_at|live_revision|expired|locked|locked_at|locked_by|draft_title|content_type|url_path|owner|latest_revision_created_at|alias_of)$/;
const BASE: Readonly<Record<string, string>> = {
  title: 'title',
  slug: 'slug',
  seo_title: 'seoTitle',
  search_description: 'searchDescription',
  show_in_menus: 'showInMenus',
};

interface Snapshot {
  readonly base: Readonly<Record<string, unknown>>;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Expects a snapshot to hold all content of a recorded revision that the report does not name. */
export function expectSameContent(
  { pk, fields }: ExportedRow,
  snapshot: Snapshot | undefined,
  imported: Imported,
): void {
  const [app] = fields['content_type'] as string[];
  const isPage = (fields['base_content_type'] as string[])[1] === 'page' && app !== 'wagtailcore';
  const reported = new Set(imported.result.report.leftovers.filter((left) => left.pk === pk).map((left) => left.field));
  for (const [name, value] of Object.entries(fields['content'] as Record<string, unknown>)) {
    if (NO_CONTENT.test(name) || reported.has(`content.${name}`)) continue;
    const here = isPage && BASE[name] ? snapshot?.base[BASE[name]] : snapshot?.fields[name];
    if (name === 'tagged_items') expect(snapshot?.fields['tags']).toEqual(tagNames(value, imported));
    else if (isRows(value)) expectSameRows(value, here as Record<string, unknown>[]);
    else if (here !== undefined || !isNothing(value)) {
      expect({ pk, name, value, here, same: isSameValue(value, here) }).toMatchObject({ same: true });
    }
  }
}

function tagNames(rows: unknown, imported: Imported): string[] {
  const names = new Map(imported.of('taggit.tag').map((row) => [row.pk, String(row.fields['name'])]));
  return (rows as { tag: number }[]).map(({ tag }) => names.get(tag)!).sort();
}

function isRows(value: unknown): value is Record<string, unknown>[] {
  return Array.isArray(value) && typeof value[0] === 'object';
}

function expectSameRows(exported: Record<string, unknown>[], stored: Record<string, unknown>[]): void {
  const sorted = [...exported].sort((a, b) => Number(a['sort_order']) - Number(b['sort_order']));
  expect(stored).toHaveLength(sorted.length);
  sorted.forEach((row, index) => {
    const { pk: _pk, sort_order: _order, page: _page, location: _location, ...content } = row;
    expect(stored[index]).toMatchObject(content);
  });
}

function isNothing(value: unknown): boolean {
  return value === null || value === '' || value === false || (Array.isArray(value) && value.length === 0);
}
