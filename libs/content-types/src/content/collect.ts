import type { Scope } from '../conditions/scope.js';
import { isShown } from '../conditions/visibility.js';
import type { ContentNode, ContentPath, Reference } from '../kinds/field-kind.js';
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
