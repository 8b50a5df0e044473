import type { ContentNode } from '../kinds/field-kind.js';

/** The nodes a container is declared with: members, items, blocks, columns. None for kinds that hold no others. */
export function innerNodes(node: ContentNode): readonly ContentNode[] {
  return node.kind.innerNodes?.(node.options) ?? [];
}

/** All nodes inside a declaration, each once: a block may hold itself, by `lazy(…)`. */
export function allInnerNodes(node: ContentNode): ContentNode[] {
  const found = new Set<ContentNode>();
  const visit = (outer: ContentNode): void => {
    for (const inner of innerNodes(outer)) {
      if (found.has(inner)) continue;
      found.add(inner);
      visit(inner);
    }
  };
  visit(node);
  return [...found];
}
