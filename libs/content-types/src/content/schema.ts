import type { ContentNode } from '../kinds/field-kind.js';
import type { JsonSchema } from './json.js';

/** The full JSON Schema of a value, members included. A block that holds itself is referred to by its `$id`. */
export function schemaOf(node: ContentNode): JsonSchema {
  return schemaWithin(node, []);
}

function schemaWithin(node: ContentNode, outer: readonly object[]): JsonSchema {
  const { repeats, options, kind } = node;
  if (repeats && outer.includes(repeats)) return { $ref: idOf(repeats) };
  const inside = repeats ? [...outer, repeats] : outer;
  return {
    ...(repeats ? { $id: idOf(repeats) } : {}),
    title: labelOf(node),
    ...(options.help ? { description: options.help } : {}),
    ...kind.jsonSchema(options, (inner) => schemaWithin(inner, inside)),
  };
}

const ids = new WeakMap<object, string>();
let count = 0;

/** An address that means one declaration wherever its schema is put. */
function idOf(declaration: object): string {
  const id = ids.get(declaration) ?? `urn:pipit:block:${++count}`;
  ids.set(declaration, id);
  return id;
}

/** A node's label: as declared, else its name in words: `readingTime` → `Reading time`. */
export function labelOf(node: Pick<ContentNode, 'name' | 'options'>): string {
  return node.options.label ?? nameInWords(node.name);
}

/** `hero_cta_link` → `Hero cta link`; `BlogPost` → `Blog post`. */
export function nameInWords(name: string): string {
  const words = name
    .replaceAll('_', ' ')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
