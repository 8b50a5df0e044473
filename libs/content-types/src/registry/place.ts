import { allInnerNodes } from '../content/inner-nodes.js';
import type { ContentNode } from '../kinds/field-kind.js';
import type { ContentType } from './content-types.js';

/** A field, or a block inside one, as messages speak of it. */
export interface Place {
  /** `blog.BlogPost.body`, or `“quote” inside blog.BlogPost.body`. */
  readonly where: string;
  readonly node: ContentNode;
  /** Has a column of its own; blocks lie in that of their field. */
  readonly isField: boolean;
}

/** All places of a type by field. Blocks which several fields share are told of once. */
export function placesOf({ name, fields }: ContentType): Place[] {
  const seen = new Set<ContentNode>();
  return fields.flatMap((field) => {
    const where = `${name}.${field.name}`;
    const inner = allInnerNodes(field).filter((node) => !seen.has(node));
    for (const node of inner) seen.add(node);
    return [
      { where, node: field, isField: true },
      ...inner.map((node) => ({ where: `“${node.name}” inside ${where}`, node, isField: false })),
    ];
  });
}
