import { isJsonObject, type ContentNode, type Json, type JsonObject } from '@pipit/content-types';

/** The items of a list by their ids, in order; null when some have none, or one stands there twice. */
export function itemsById(value: Json | undefined): Map<string, JsonObject> | null {
  if (value === undefined || value === null) return new Map();
  if (!Array.isArray(value)) return null;
  const items = new Map<string, JsonObject>();
  for (const item of value) {
    const id = isJsonObject(item) ? item['id'] : undefined;
    if (typeof id !== 'string' || id === '' || items.has(id)) return null;
    items.set(id, item as JsonObject);
  }
  return items;
}

/** Nodes of the members inside a container's value, by their place in it: `title`, or `3/value` in a list. */
export function membersOf(node: ContentNode | null, value: Json): ReadonlyMap<string, ContentNode> {
  const children = node?.kind.children?.(value, node.options) ?? [];
  return new Map(children.map((child) => [child.path.join('/'), child.node]));
}

/** How often each id of an item occurs anywhere inside a value. */
export function countIds(value: Json | undefined, counts = new Map<string, number>()): Map<string, number> {
  if (Array.isArray(value)) {
    for (const item of value) {
      const id = isJsonObject(item) ? item['id'] : undefined;
      if (typeof id === 'string' && id !== '') counts.set(id, (counts.get(id) ?? 0) + 1);
      countIds(item, counts);
    }
  } else if (isJsonObject(value)) for (const member of Object.values(value)) countIds(member, counts);
  return counts;
}
