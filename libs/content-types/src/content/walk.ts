import type { ContentNode, ContentPath } from '../kinds/field-kind.js';
import type { Json } from './json.js';

/** One stop of a walk. */
export interface Visit {
  readonly node: ContentNode;
  readonly value: Json;
  /** From the value the walk began at. */
  readonly path: ContentPath;
}

/**
 * Visits a value and everything inside it, outside first. Validation, references, search text and comparison are
 * visitors of this one traversal, so a new container kind is understood by all of them.
 */
export function walk(node: ContentNode, value: Json, visit: (visit: Visit) => void, path: ContentPath = []): void {
  visit({ node, value, path });
  for (const child of node.kind.children?.(value, node.options) ?? []) {
    walk(child.node, child.value, visit, [...path, ...child.path]);
  }
}

/** Rebuilds a value from the inside out; `change` gets each value with its members already rebuilt. */
export function transform(
  node: ContentNode,
  value: Json,
  change: (visit: Visit) => Json,
  path: ContentPath = [],
): Json {
  let rebuilt = value;
  for (const child of node.kind.children?.(value, node.options) ?? []) {
    const next = transform(child.node, child.value, change, [...path, ...child.path]);
    if (next !== child.value) rebuilt = replaceAt(rebuilt, child.path, next);
  }
  return change({ node, value: rebuilt, path });
}

/** A copy of `value` with the part at `path` replaced. */
export function replaceAt(value: Json, path: ContentPath, part: Json): Json {
  const [head, ...rest] = path;
  if (head === undefined) return part;
  if (Array.isArray(value)) return value.map((item, index) => (index === head ? replaceAt(item, rest, part) : item));
  const object = (value ?? {}) as { [key: string]: Json };
  return { ...object, [head]: replaceAt(object[head] ?? null, rest, part) };
}

/** The JSON pointer (RFC 6901) of a path. */
export function pointer(path: ContentPath): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
