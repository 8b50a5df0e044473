import type { FixtureRow } from '../fixture/fixture.js';
import type { ImportPlan, PlannedCollection } from './import-plan.js';
import { PAGE_MODEL, type PlanContext } from './plan-context.js';
import { RowReader } from './row-reader.js';

/** Locales; that of the tree's root is the default one. */
export function planLocales(context: PlanContext): ImportPlan['locales'] {
  const root = context.fixture.of(PAGE_MODEL).find((row) => row.fields['depth'] === 1);
  const rows = context.fixture.of('wagtailcore.locale');
  const main = context.references.resolve('wagtailcore.locale', root?.fields['locale'] ?? null) ?? Number(rows[0]?.pk);
  return rows.map((row) => {
    const reader = new RowReader(row, context);
    const locale = { id: reader.id, code: reader.text('language_code', 35), isDefault: Number(row.pk) === main };
    reader.finish();
    return locale;
  });
}

/** Collections, parents first. Positions among siblings are alphabetical here, so treebeard's are not kept. */
export function planCollections(context: PlanContext): PlannedCollection[] {
  const rows = context.fixture.of('wagtailcore.collection');
  const byPath = new Map(rows.map((row) => [String(row.fields['path']), row]));
  const sorted = [...rows].sort((a, b) => String(a.fields['path']).length - String(b.fields['path']).length);
  return sorted.map((row) => {
    const reader = new RowReader(row, context);
    const id = reader.id;
    const path = reader.text('path');
    reader.derived('depth', 'numchild');
    const parent = parentOf(byPath, path);
    if (!parent && path.length > 4) reader.fault('path', 'No collection stands above it.', null);
    if (!parent && id !== 1) reader.fault('path', 'The root of all collections has to have the id 1.', null);
    const collection = { id, parentId: parent ? Number(parent.pk) : null, name: reader.text('name', 255) };
    reader.finish();
    return collection;
  });
}

/** The row one step up in a tree whose paths have four characters a step. */
export function parentOf(byPath: ReadonlyMap<string, FixtureRow>, path: string): FixtureRow | null {
  return path.length > 4 ? (byPath.get(path.slice(0, -4)) ?? null) : null;
}

/** Tags, with their ids and slugs. */
export function planTags(context: PlanContext): ImportPlan['tags'] {
  const known = new Set<string>();
  return context.fixture.of('taggit.tag').map((row) => {
    const reader = new RowReader(row, context);
    const tag = { id: reader.id, name: reader.text('name', 100), slug: reader.text('slug', 100) };
    if (known.has(tag.name)) reader.fault('name', `Another tag is called “${tag.name}” too.`, null);
    known.add(tag.name);
    reader.finish();
    return tag;
  });
}
