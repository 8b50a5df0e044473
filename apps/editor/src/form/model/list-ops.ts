import { uuid7 } from './uuid7';

/** Moves one element; an index outside of the list leaves it as it is. */
export function moveItem<T>(list: readonly T[], from: number, to: number): T[] {
  const copy = list.slice();
  if (from === to || from < 0 || to < 0 || from >= list.length || to >= list.length) return copy;
  const [item] = copy.splice(from, 1);
  copy.splice(to, 0, item as T);
  return copy;
}

/** Inserts before `index`; an index past the end appends. */
export function insertItem<T>(list: readonly T[], index: number, item: T): T[] {
  const copy = list.slice();
  copy.splice(Math.max(0, Math.min(index, list.length)), 0, item);
  return copy;
}

/** Leaves out one element. */
export function removeItem<T>(list: readonly T[], index: number): T[] {
  return list.filter((_, position) => position !== index);
}

/** Leaves out several elements. */
export function removeItems<T>(list: readonly T[], indexes: readonly number[]): T[] {
  return list.filter((_, position) => !indexes.includes(position));
}

/** Puts elements back where they were taken out. */
export function putBack<T>(list: readonly T[], taken: readonly { index: number; item: T }[]): T[] {
  return [...taken]
    .sort((a, b) => a.index - b.index)
    .reduce((now, { index, item }) => insertItem(now, index, item), [...list]);
}

/** Moves several elements together, so that the first of them comes to lie at `to` among the others. */
export function moveItems<T>(list: readonly T[], indexes: readonly number[], to: number): T[] {
  const moved = list.filter((_, position) => indexes.includes(position));
  const others = removeItems(list, indexes);
  const at = Math.max(0, Math.min(to, others.length));
  return [...others.slice(0, at), ...moved, ...others.slice(at)];
}

/**
 * A deep copy in which every id of a block or child item is new. An `id` counts
 * as one when it is a UUID: ids of images and pages are numbers and stay.
 */
export function copyWithNewIds<T>(value: T): T {
  if (Array.isArray(value)) return value.map((item) => copyWithNewIds(item)) as T;
  if (value === null || typeof value !== 'object') return value;
  const copy: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    copy[key] = key === 'id' && typeof inner === 'string' && UUID.test(inner) ? uuid7() : copyWithNewIds(inner);
  }
  return copy as T;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
