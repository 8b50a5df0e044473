import { defaultOf, isEmptyValue, type ContentNode } from '../kinds/field-kind.js';
import { valueFaults } from './faults.js';
import type { Json } from './json.js';
import { sizeFault } from './limits.js';
import { transform } from './walk.js';

/**
 * Brings a value and its members into the one form that is stored. What is not valid is left as it came, so that
 * validation, which follows, sees and names it: nothing is ever made to fit behind the caller's back.
 */
export function normaliseValue(node: ContentNode, value: Json | undefined): Json {
  const given = value === undefined ? defaultOf(node) : value;
  if (sizeFault(node, given)) return given;
  return transform(node, given, (visit) => normalised(visit.node, visit.value));
}

function normalised(node: ContentNode, value: Json): Json {
  // Kinds that cannot hold null call “nothing” by their own empty value.
  if (value === null) return node.kind.emptyValue(node.options);
  if (!node.kind.normalise) return value;
  if (isEmptyValue(node, value)) return nothing(node, value);
  return valueFaults(node, value).length === 0 ? node.kind.normalise(value, node.options) : value;
}

/** Blank text is nothing, where nothing is null. */
function nothing(node: ContentNode, value: Json): Json {
  const empty = node.kind.emptyValue(node.options);
  if (empty === null) return typeof value === 'string' ? null : value;
  const isOfType = typeof value === typeof empty && Array.isArray(value) === Array.isArray(empty);
  return isOfType && node.kind.normalise ? node.kind.normalise(value, node.options) : value;
}
