import { fieldsOf } from '@pipit/content-types';

/**
 * SQL: the id of a copied child row, made of its origin's id and the key of the copy it belongs to. The same pair always
 * gives the same id, so that tables and snapshots agree without telling each other. A UUID of version 8.
 */
export function copiedRowId(origin: string, owner: string): string {
  const digest = `md5(lower(${origin}::text) || ':' || ${owner}::text)`;
  return `overlay(overlay(${digest} placing '8' from 13) placing '8' from 17)::uuid`;
}

/**
 * SQL: the fields of a snapshot with fresh ids for all child rows, rows of rows included. `fields` and `owner` are SQL
 * without side effects: a JSONB column and the key of the copy.
 */
export function withCopiedRowIds(target: object, fields: string, owner: string): string {
  return freshRows(target, fields, owner, 1);
}

function freshRows(target: object, fields: string, owner: string, level: number): string {
  const replaced = fieldsOf(target).flatMap(({ name, kind, options }) => {
    const storage = kind.storage?.(options);
    if (storage?.type !== 'children') return [];
    // Snapshots written before a field was renamed hold its rows under the former name.
    return [name, ...[options.was ?? []].flat()].map((key) => {
      const rows = `(${fields})->${quoted(key)}`;
      const row = `item${level}.value`;
      const id = `jsonb_build_object('id', ${copiedRowId(`(${row}->>'id')`, owner)})`;
      const fresh = `${freshRows(storage.target(), row, owner, level + 1)} || ${id}`;
      return `CASE WHEN jsonb_typeof(${rows}) = 'array' THEN jsonb_build_object(${quoted(key)}, (
        SELECT coalesce(jsonb_agg(CASE WHEN ${row}->>'id' IS NULL THEN ${row} ELSE ${fresh} END ORDER BY item${level}.place), '[]')
          FROM jsonb_array_elements(${rows}) WITH ORDINALITY AS item${level} (value, place))) ELSE '{}' END`;
    });
  });
  return [`(${fields})`, ...replaced].join(' || ');
}

function quoted(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
