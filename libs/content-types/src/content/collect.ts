import type { Scope } from '../conditions/scope.js';
import { isShown } from '../conditions/visibility.js';
import type { ContentNode, ContentPath, Reference, UnknownPart } from '../kinds/field-kind.js';
import type { Json } from './json.js';
import { pointer, walk, type Visit } from './walk.js';

/** A reference with the place that holds it. */
export interface PlacedReference extends Reference {
  /** JSON pointer below the value that was searched. */
  readonly pointer: string;
}

/** Everything a value points at, itself and its members. */
export function collectReferences(node: ContentNode, value: Json, path: ContentPath = []): PlacedReference[] {
  const found: PlacedReference[] = [];
  walk(
    node,
    value,
    (visit) => {
      for (const reference of visit.node.kind.references?.(visit.value, visit.node.options) ?? []) {
        found.push({ ...reference, pointer: pointer(visit.path) });
      }
    },
    { path },
  );
  return found;
}

/** A part nobody declares any more, with its place. */
export interface PlacedUnknownPart extends Omit<UnknownPart, 'path'> {
  /** JSON pointer below the value that was searched. */
  readonly pointer: string;
}

/** Everything inside a value that no declaration knows: blocks of types that are gone, members that were dropped. */
export function collectUnknownParts(node: ContentNode, value: Json, path: ContentPath = []): PlacedUnknownPart[] {
  const found: PlacedUnknownPart[] = [];
  walk(
    node,
    value,
    (visit) => {
      for (const { path: inner, ...part } of visit.node.kind.unknownParts?.(visit.value, visit.node.options) ?? []) {
        found.push({ ...part, pointer: pointer([...visit.path, ...inner]) });
      }
    },
    { path },
  );
  return found;
}

/**
 * All words of a value for the search index. Members that say `search: false`, and values the form does not show
 * beside those of `scope`, are left out.
 */
export function collectSearchText(node: ContentNode, value: Json, scope: Scope | null = null): string {
  const words: string[] = [];
  const visitOne = (visit: Visit): boolean => {
    if (!isShown(visit.node, visit.scope)) return false;
    if (visit.node.options.search === false) return true;
    const text = visit.node.kind.searchText?.(visit.value, visit.node.options);
    if (text) words.push(text);
    return true;
  };
  walk(node, value, visitOne, { scope });
  return words.join(' ');
}
