import type { FieldDeclaration } from '../declare/type-declaration.js';
import { fieldsOf } from '../declare/declaration-store.js';
import { isJsonObject, type Json, type JsonObject } from './json.js';

/**
 * Values with the names that fields have today: what an old revision holds under a field's former name (`was`) is read
 * under its present one, in rows of child items too. A value under the present name wins.
 */
export function withCurrentNames(fields: readonly FieldDeclaration[], values: JsonObject): JsonObject {
  const renamed = new Map<string, string>();
  const read: JsonObject = {};
  for (const { name, options } of fields) {
    const former = [options.was ?? []].flat().find((old) => Object.hasOwn(values, old));
    if (former !== undefined && !Object.hasOwn(values, name)) renamed.set(former, name);
  }
  for (const [name, value] of Object.entries(values)) read[renamed.get(name) ?? name] = value;
  for (const { name, kind, options } of fields) {
    const storage = kind.storage?.(options);
    const rows = read[name];
    if (storage?.type !== 'children' || !Array.isArray(rows)) continue;
    const inner = fieldsOf(storage.target());
    read[name] = rows.map((row): Json => (isJsonObject(row) ? withCurrentNames(inner, row) : row));
  }
  return read;
}

/** What the field is called today that had this name once; a name that no field had stays as it is. */
export function currentName(fields: readonly FieldDeclaration[], name: string): string {
  if (fields.some((field) => field.name === name)) return name;
  return fields.find(({ options }) => [options.was ?? []].flat().includes(name))?.name ?? name;
}
