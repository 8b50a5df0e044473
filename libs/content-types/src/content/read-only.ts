import { isDeepStrictEqual } from 'node:util';
import { isEmptyValue, type ContentNode, type ContentPath } from '../kinds/field-kind.js';
import { isJsonObject, type Json, type JsonObject } from './json.js';
import { normaliseValue } from './normalise.js';
import { pointer, walk } from './walk.js';

/**
 * Pointers to read-only values inside fields (members of structs and rows, blocks) that differ from what was stored.
 * Blocks and rows are known by their ids wherever they were moved; new ones have what new ones get, and whoever may
 * remove a block or a row may do so whole.
 */
export function changedReadOnly(fields: readonly ContentNode[], before: JsonObject, after: JsonObject): string[] {
  return fields.flatMap((field) => {
    const [old, now] = [before[field.name] ?? null, after[field.name] ?? null];
    if (field.options.readOnly || isDeepStrictEqual(old, now)) return [];
    const known = new Map(readOnlyWithin(field, old).map(({ key, value }) => [key, value]));
    return readOnlyWithin(field, now)
      .filter(
        ({ node, key, value }) => !(known.has(key) ? isDeepStrictEqual(value, known.get(key)) : isNew(node, value)),
      )
      .map(({ path }) => pointer([field.name, ...path]));
  });
}

interface Guarded {
  readonly node: ContentNode;
  readonly path: ContentPath;
  /** The path with ids instead of positions, from the innermost thing that has one. */
  readonly key: string;
  readonly value: Json;
}

function readOnlyWithin(field: ContentNode, whole: Json): Guarded[] {
  const found: Guarded[] = [];
  walk(field, whole, ({ node, path, value }) => {
    if (!node.options.readOnly) return true;
    found.push({ node, path, key: keyOf(whole, path), value });
    // What is inside is compared with it.
    return false;
  });
  return found;
}

function isNew(node: ContentNode, value: Json): boolean {
  return isEmptyValue(node, value) || isDeepStrictEqual(value, normaliseValue(node, undefined));
}

function keyOf(whole: Json, path: ContentPath): string {
  let at: Json | undefined = whole;
  let key: (string | number)[] = [];
  for (const step of path) {
    if (Array.isArray(at)) at = at[Number(step)];
    else at = isJsonObject(at) ? at[step] : undefined;
    const id = isJsonObject(at) && typeof step === 'number' ? at['id'] : undefined;
    key = typeof id === 'string' ? [id] : [...key, step];
  }
  return pointer(key);
}
