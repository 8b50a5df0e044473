import { pointer, type ContentNode, type Json, type JsonObject } from '@pipit/content-types';
import { countIds } from './items.js';
import { ValueMerge, type Overlap, type Place, type Side } from './merge-values.js';

/** The values of one subject's fields in three versions. */
export interface FieldVersions {
  /** What both sides started from. */
  readonly base: JsonObject;
  readonly theirs: JsonObject;
  readonly mine: JsonObject;
}

/** Whose value counts where both changed the same, by the pointer of the place, with ids for positions. */
export type Choices = Readonly<Record<string, Side>>;

/** What became of two versions. */
export interface MergedFields {
  readonly values: JsonObject;
  /** Both changed these, and nobody has chosen. While there are any, `values` are not to be kept. */
  readonly overlaps: readonly Overlap[];
  /** What the other side changed and I did not. */
  readonly taken: readonly Place[];
}

/** The name of a place, the same in all versions: `/body/0190…/value`. */
export function nameOf({ ids }: Place): string {
  return pointer(ids);
}

/** Joins two versions of some fields that began with the same: what only one side changed counts. */
export function mergeFields(
  nodes: readonly ContentNode[],
  versions: FieldVersions,
  choices: Choices = {},
): MergedFields {
  const merge = new ValueMerge((place) => choices[nameOf(place)]);
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const given = [versions.mine, versions.theirs, versions.base].flatMap((version) => Object.keys(version));
  const names = new Set([...byName.keys(), ...given]);
  const values: JsonObject = {};
  for (const name of names) {
    const place: Place = { path: ['fields', name], ids: [name] };
    const field = { base: versions.base[name], theirs: versions.theirs[name], mine: versions.mine[name] };
    const value = merge.merge(byName.get(name) ?? null, field, place);
    if (value !== undefined) values[name] = value;
  }
  const clashing = namesWithRepeatedIds(values, versions).filter((name) => !merge.overlaps.some(isIn(name)));
  for (const name of clashing) {
    const place: Place = { path: ['fields', name], ids: [name] };
    const field = { base: versions.base[name], theirs: versions.theirs[name], mine: versions.mine[name] };
    const choice = choices[nameOf(place)];
    if (choice) values[name] = (choice === 'mine' ? field.mine : field.theirs) ?? null;
    else merge.overlaps.push({ ...field, place, node: byName.get(name) ?? null, isOrder: false });
  }
  return { values, overlaps: merge.overlaps, taken: merge.taken };
}

/**
 * Fields with an item that stands twice in what was joined and once on each side: both moved it out of its list, and
 * into different ones.
 */
function namesWithRepeatedIds(values: JsonObject, { theirs, mine }: FieldVersions): string[] {
  const counts = countIds(values as Json);
  const [here, there] = [countIds(mine as Json), countIds(theirs as Json)];
  const repeated = [...counts].filter(([id, count]) => count > Math.max(here.get(id) ?? 0, there.get(id) ?? 0, 1));
  if (repeated.length === 0) return [];
  return Object.keys(values).filter((name) => {
    const inside = countIds(values[name]);
    return repeated.some(([id]) => inside.has(id));
  });
}

const isIn = (name: string) => (overlap: Overlap) => overlap.place.ids[0] === name;
