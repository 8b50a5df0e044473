import { isJsonObject, itemsIn, type Json, type JsonObject } from '../content/json.js';
import { ITEM_ID, withId } from './block-items.js';
import { defineFieldKind, type ContentChild, type ContentNode, type NodeOptions } from './field-kind.js';

/** Options of a list: items of one kind. */
export interface ListOptions extends NodeOptions {
  readonly item: ContentNode;
  /** Items there must be before publishing. */
  readonly min?: number;
  /** Items there may be. */
  readonly max?: number;
}

/** Items of one kind, stored as `{type: 'item', value, id}`; bare values of old content are read too. */
export const listKind = defineFieldKind<ListOptions>({
  name: 'list',
  shape: 'items',
  emptyValue: () => [],
  jsonSchema: (options, schemaOf) => ({
    type: 'array',
    minItems: options.min,
    maxItems: options.max,
    items: {
      type: 'object',
      properties: { id: ITEM_ID, type: { const: 'item' }, value: schemaOf(options.item) },
      required: ['value'],
      additionalProperties: false,
    },
  }),
  deliveredSchema: ({ item }, scope) => ({ type: 'array', items: scope.of(item) }),
  children: (value, options) => listChildren(value, options),
  normalise: (value) => itemsIn(value).map(withId),
  innerNodes: (options) => [options.item],
  describeOptions: (options, describe) => ({
    item: describe(options.item),
    min: options.min,
    max: options.max,
    collapsed: options.collapsed,
  }),
  represent: (value, options, represent) =>
    listChildren(value, options).map((child) => represent.child(child.node, child.value)),
});

function listChildren(value: Json, options: ListOptions): ContentChild[] {
  return itemsIn(value).map((item, index) =>
    isListItem(item)
      ? { path: [index, 'value'], node: options.item, value: item['value'] ?? null }
      : { path: [index], node: options.item, value: item },
  );
}

function isListItem(item: Json): item is JsonObject {
  return isJsonObject(item) && item['type'] === 'item' && 'value' in item;
}
