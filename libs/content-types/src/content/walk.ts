import type { Scope } from '../conditions/scope.js';
import type { ContentChild, ContentNode, ContentPath } from '../kinds/field-kind.js';
import type { Json } from './json.js';

/** One stop of a walk. */
export interface Visit {
  readonly node: ContentNode;
  readonly value: Json;
  /** From the value the walk began at. */
  readonly path: ContentPath;
  /** The named values it stands among; null where nobody told. */
  readonly scope: Scope | null;
}

/** What a walk begins with. */
export interface WalkStart {
  /** Prefix of the paths. */
  readonly path?: ContentPath;
  readonly scope?: Scope | null;
}

/**
 * Visits a value and everything inside it, outside first. Validation, references, search text and comparison are
 * visitors of this one traversal, so a new container kind is understood by all of them. A visitor that answers
 * `false` is not shown what is inside.
 */
export function walk(
  node: ContentNode,
  value: Json,
  visit: (visit: Visit) => unknown,
  { path = [], scope = null }: WalkStart = {},
): void {
  if (visit({ node, value, path, scope }) === false) return;
  const scopes = new Map<unknown, Scope>();
  for (const child of node.kind.children?.(value, node.options) ?? []) {
    walk(child.node, child.value, visit, { path: [...path, ...child.path], scope: scopeOf(child, scope, scopes) });
  }
}

/** One scope for all members of a container. */
function scopeOf({ among }: ContentChild, outer: Scope | null, made: Map<unknown, Scope>): Scope | null {
  if (!among) return outer;
  const scope = made.get(among) ?? { ...among, outer };
  made.set(among, scope);
  return scope;
}

/** Rebuilds a value from the inside out; `change` gets each value with its members already rebuilt. */
export function transform(
  node: ContentNode,
  value: Json,
  change: (visit: Pick<Visit, 'node' | 'value' | 'path'>) => Json,
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
