import { insertItem, removeItems } from './list-ops';
import { getAt, join, setAt, steps } from './pointer';

/** Entries on their way from one list of the form to another. */
export interface Transfer {
  from: string;
  indexes: readonly number[];
  to: string;
  at: number;
  /** The entry as the other list holds it. */
  adapt: (entry: unknown) => unknown;
}

/** The form's values after entries went from one list to another, whichever of both lies in the other. */
export function transferred(values: unknown, { from, indexes, to, at, adapt }: Transfer): unknown {
  const source = listAt(values, from);
  const moved = indexes.flatMap((index) => (index in source ? [adapt(source[index])] : []));
  const target = listAt(values, to);
  const place = Math.max(0, Math.min(at, target.length));
  const filled = moved.reduce<unknown[]>((list, entry, offset) => insertItem(list, place + offset, entry), target);
  const added = setAt(values, to, filled);
  const now = shifted(from, to, place, moved.length);
  return setAt(added, now, removeItems(listAt(added, now), indexes));
}

/** A pointer after `by` entries were put into a list it may go through. */
function shifted(pointer: string, list: string, at: number, by: number): string {
  if (!pointer.startsWith(`${list}/`)) return pointer;
  const depth = steps(list).length;
  const way = steps(pointer);
  const index = Number(way[depth]);
  if (index < at) return pointer;
  return [...way.slice(0, depth), String(index + by), ...way.slice(depth + 1)].reduce(join, '');
}

/** Where the entry with an id is now; `null` when it is gone. */
export function findEntry(root: unknown, id: string, pointer = ''): { list: string; index: number } | null {
  if (root === null || typeof root !== 'object') return null;
  if (Array.isArray(root)) {
    const index = root.findIndex((entry) => (entry as { id?: unknown } | null)?.id === id);
    if (index >= 0) return { list: pointer, index };
  }
  for (const [key, value] of Object.entries(root)) {
    const found = findEntry(value, id, join(pointer, key));
    if (found) return found;
  }
  return null;
}

function listAt(values: unknown, pointer: string): unknown[] {
  const value = getAt(values, pointer);
  return Array.isArray(value) ? value : [];
}
