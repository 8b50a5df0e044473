import type { ContentNode } from '../kinds/field-kind.js';
import type { Json } from './json.js';
import { transform } from './walk.js';

/** Brings a valid value and its members into the one form that is stored. */
export function normaliseValue(node: ContentNode, value: Json | undefined): Json {
  if (value === undefined) return node.options.default ?? node.kind.emptyValue(node.options);
  return transform(node, value, (visit) => visit.node.kind.normalise?.(visit.value, visit.node.options) ?? visit.value);
}
