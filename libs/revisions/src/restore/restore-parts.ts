import { isJsonObject, type Json, type JsonObject } from '@pipit/content-types';
import { invalid } from '@pipit/kernel';
import { itemsById } from '../merge/items.js';

/**
 * The values of now with some parts as they were. A part is named by a field, or by a pointer with ids for positions:
 * `body`, `/body/0190…`, `/seo/title`. A block that is gone comes back behind what it followed; one that was not there
 * goes.
 */
export function restoreParts(now: JsonObject, old: JsonObject, parts: readonly string[]): JsonObject {
  const restored = parts.map(stepsOf).reduce((values, steps, index) => {
    if (!isThere(values, steps) && !isThere(old, steps)) throw noSuchPart(parts[index]!, index);
    return restoreAt(values, old, steps) as JsonObject;
  }, now);
  return restored;
}

function stepsOf(part: string): string[] {
  if (!part.startsWith('/')) return [part];
  return part.slice(1).split('/').map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~')); // prettier-ignore
}

function restoreAt(now: Json | undefined, old: Json | undefined, steps: readonly string[]): Json | undefined {
  const [step, ...rest] = steps;
  if (step === undefined || now === undefined) return old;
  const [items, oldItems] = [itemsOf(now), itemsOf(old)];
  if (items && oldItems) return withItem(items, oldItems, step, rest);
  const object = isJsonObject(now) ? now : {};
  const member = restoreAt(object[step], isJsonObject(old) ? old[step] : undefined, rest);
  const others = Object.fromEntries(Object.entries(object).filter(([name]) => name !== step));
  return member === undefined ? others : { ...object, [step]: member };
}

function withItem(
  now: ReadonlyMap<string, JsonObject>,
  old: ReadonlyMap<string, JsonObject>,
  id: string,
  rest: readonly string[],
): Json[] {
  const item = restoreAt(now.get(id), old.get(id), rest);
  if (now.has(id))
    return [...now].flatMap(([own, value]) => (own === id ? (item === undefined ? [] : [item]) : [value]));
  const before = [...old.keys()].slice(0, [...old.keys()].indexOf(id));
  const anchor = before.findLast((other) => now.has(other));
  const at = anchor === undefined ? 0 : [...now.keys()].indexOf(anchor) + 1;
  const items: Json[] = [...now.values()];
  if (item !== undefined) items.splice(at, 0, item);
  return items;
}

function itemsOf(value: Json | undefined): Map<string, JsonObject> | null {
  return Array.isArray(value) || value === undefined || value === null ? itemsById(value) : null;
}

function isThere(value: Json | undefined, steps: readonly string[]): boolean {
  const [step, ...rest] = steps;
  if (step === undefined) return value !== undefined;
  if (Array.isArray(value)) return isThere(itemsById(value)?.get(step), rest);
  return isJsonObject(value) && Object.hasOwn(value, step) && isThere(value[step], rest);
}

function noSuchPart(part: string, index: number) {
  const message = `There is nothing called “${part}”, neither now nor in that version.`;
  return invalid(message, [{ path: `/fields/${index}`, code: 'unknown_part', message }]);
}
