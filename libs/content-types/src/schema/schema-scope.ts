import type { JsonSchema } from '../content/json.js';
import type { ContentNode } from '../kinds/field-kind.js';

/** What a kind may ask while it describes its values in full. */
export interface SchemaScope {
  /** The schema of a member. */
  of(node: ContentNode): JsonSchema;
  /**
   * A schema with a name of its own, as a reference to it. `key` tells what it describes: the same key is described
   * once, which lets readers share it and lets a schema contain itself. A key that is text is the name; for an object
   * the name follows from its place and `ending`.
   */
  named(key: object | string, make: () => JsonSchema, ending?: string): JsonSchema;
}
