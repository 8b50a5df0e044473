import type { Collection } from '../../../api';

/** Where a collection may lie, indented as in the tree: anywhere but inside of itself. The root is the top level. */
export function placesFor(all: readonly Collection[], of?: Collection): { value: string; label: string }[] {
  const inside = new Set(of ? [of.id] : []);
  // Parents come before their children.
  for (const { id, parentId } of all) if (parentId !== null && inside.has(parentId)) inside.add(id);
  const top = Math.min(...all.map(({ depth }) => depth));
  return all
    .filter(({ id }) => !inside.has(id))
    .map(({ id, name, parentId, depth }) => ({
      value: String(id),
      label: parentId === null ? 'The top level' : `${'\u2003'.repeat(depth - top - 1)}${name}`,
    }));
}
