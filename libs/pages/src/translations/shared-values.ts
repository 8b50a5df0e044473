import { isDeepStrictEqual } from 'node:util';
import { fieldsOf, type ContentNode, type ContentType, type Json, type JsonObject } from '@pipit/content-types';
import { copiedRowIdOf, type Snapshot } from '@pipit/revisions';

/** Names of the values that are the same in all languages. */
export interface SharedNames {
  readonly base: readonly string[];
  readonly fields: readonly string[];
}

/** What translations of pages of a type have in common: fields that say `localized: false`, and base fields the type names. */
export function sharedNames({ fields, traits }: ContentType): SharedNames {
  return {
    base: traits.sharedBaseFields ?? [],
    fields: fields
      .filter(({ options }) => (options as { localized?: boolean }).localized === false)
      .map(({ name }) => name),
  };
}

/** True when translations have anything in common. */
export function sharesValues(type: ContentType): boolean {
  const { base, fields } = sharedNames(type);
  return base.length + fields.length > 0;
}

/** Names of the shared values in which two snapshots differ; ids of child rows, which are each page's own, do not count. */
export function differingNames(type: ContentType, one: Snapshot, other: Snapshot): string[] {
  const { base, fields } = sharedNames(type);
  return [
    ...base.filter((name) => !isDeepStrictEqual(one.base[name] ?? null, other.base[name] ?? null)),
    ...fields.filter((name) => !isDeepStrictEqual(bare(type, name, one), bare(type, name, other))),
  ];
}

/** The target with the shared values of the source; itself when it has them already. */
export function withShared(type: ContentType, target: Snapshot, source: Snapshot, targetId: number): Snapshot {
  const names = new Set(differingNames(type, target, source));
  if (names.size === 0) return target;
  const shared = sharedNames(type);
  const base = shared.base.filter((name) => names.has(name)).map((name) => [name, source.base[name] ?? null]);
  const fields = shared.fields
    .filter((name) => names.has(name))
    .map((name) => [
      name,
      rowsOf(nodeOf(type, name), source.fields[name] ?? null, (id) => copiedRowIdOf(id, targetId)),
    ]);
  return {
    ...target,
    base: { ...target.base, ...(Object.fromEntries(base) as JsonObject) },
    fields: { ...target.fields, ...(Object.fromEntries(fields) as JsonObject) },
  };
}

function bare(type: ContentType, name: string, { fields }: Snapshot): Json {
  return rowsOf(nodeOf(type, name), fields[name] ?? null, () => '');
}

function nodeOf({ fields }: ContentType, name: string): ContentNode {
  return fields.find((field) => field.name === name)!;
}

/** A value with other ids for its child rows, rows of rows included. */
function rowsOf(node: ContentNode, value: Json, idOf: (id: string) => string): Json {
  const storage = node.kind.storage?.(node.options);
  if (storage?.type !== 'children' || !Array.isArray(value)) return value;
  const members = fieldsOf(storage.target());
  return value.map((row) => {
    if (row === null || typeof row !== 'object' || Array.isArray(row)) return row;
    const inner = members
      .filter(({ name }) => name in row)
      .map((member) => [member.name, rowsOf(member, row[member.name]!, idOf)]);
    return { ...row, ...(Object.fromEntries(inner) as JsonObject), id: idOf(String(row['id'])) };
  });
}
