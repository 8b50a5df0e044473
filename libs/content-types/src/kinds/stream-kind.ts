import { isJsonObject, itemsIn, objectsIn, type Json, type JsonObject, type JsonSchema } from '../content/json.js';
import { labelOf } from '../content/labels.js';
import type { SchemaScope } from '../schema/schema-scope.js';
import { countFaults, describeBlockCounts, type BlockCounts } from './block-counts.js';
import { ITEM_ID, withId } from './block-items.js';
import { defineFieldKind, type ContentChild, type ContentNode, type NodeOptions } from './field-kind.js';

/** Options of a stream: items of several kinds, each with its type and a stable id. */
export interface StreamOptions extends NodeOptions {
  readonly blocks: readonly ContentNode[];
  /** Blocks there must be before publishing. */
  readonly min?: number;
  /** Blocks there may be. */
  readonly max?: number;
  /** Bounds for single block types. */
  readonly counts?: BlockCounts;
}

/** Items of several kinds. Items of unknown types stay in storage untouched and are left out of delivery. */
export const streamKind = defineFieldKind<StreamOptions>({
  name: 'stream',
  shape: 'items',
  storage: () => ({ type: 'column', column: { type: 'jsonb', default: [] } }),
  emptyValue: () => [],
  jsonSchema: (options) => ({
    type: 'array',
    minItems: options.min,
    maxItems: options.max,
    items: {
      type: 'object',
      properties: { id: ITEM_ID, type: { type: 'string' }, value: {} },
      required: ['type', 'value'],
      additionalProperties: false,
    },
  }),
  fullSchema: (options, scope) => ({
    type: 'array',
    ...(options.min === undefined ? {} : { minItems: options.min }),
    ...(options.max === undefined ? {} : { maxItems: options.max }),
    items: blockUnion(options, scope, ['type', 'value']),
  }),
  deliveredSchema: (options, scope) => ({ type: 'array', items: blockUnion(options, scope, ['type', 'value', 'id']) }),
  check: (value, options) => countFaults(streamItems(value), options.counts ?? {}),
  normalise: (value) => itemsIn(value).map(withId),
  innerNodes: (options) => options.blocks,
  unknownParts: (value, { blocks }) => {
    const known = new Set(blocks.map(({ name }) => name));
    return itemsIn(value).flatMap((item, index) => {
      const name = isJsonObject(item) ? String(item['type']) : '';
      return known.has(name) ? [] : [{ path: [index], what: 'block' as const, name }];
    });
  },
  children: (value, options) => streamChildren(value, options.blocks),
  describeOptions: (options, describe) => ({
    blocks: options.blocks.map(describe),
    min: options.min,
    max: options.max,
    counts: describeBlockCounts(options.counts),
    collapsed: options.collapsed,
  }),
  represent: (value, options, represent) => {
    const items = streamItems(value);
    return streamChildren(value, options.blocks).map((child) => {
      const item = items[child.path[0] as number]!;
      return { type: child.node.name, value: represent.child(child.node, child.value), id: item['id'] ?? null };
    });
  },
});

/** Any of a stream's items; `type` tells which. */
function blockUnion({ blocks }: StreamOptions, scope: SchemaScope, required: readonly string[]): JsonSchema {
  const union = (): JsonSchema => {
    const items = blocks.map((block) => scope.named(block, () => itemSchema(block, scope, required), block.name));
    const mapping = Object.fromEntries(blocks.map(({ name }, index) => [name, items[index]?.['$ref']]));
    return { oneOf: items, discriminator: { propertyName: 'type', mapping } };
  };
  return scope.named(blocks, union, 'block');
}

function itemSchema(block: ContentNode, scope: SchemaScope, required: readonly string[]): JsonSchema {
  return {
    title: labelOf(block),
    ...(block.options.description ? { description: block.options.description } : {}),
    type: 'object',
    properties: { type: { const: block.name }, value: scope.of(block), id: { type: ['string', 'null'] } },
    required,
    additionalProperties: false,
  };
}

/** The items of a stream value, whatever their types. */
export function streamItems(value: Json): JsonObject[] {
  return objectsIn(value);
}

function streamChildren(value: Json, blocks: readonly ContentNode[]): ContentChild[] {
  const byName = new Map(blocks.map((block) => [block.name, block]));
  return itemsIn(value).flatMap((item, index) => {
    const node = isJsonObject(item) ? byName.get(String(item['type'])) : undefined;
    return node ? [{ path: [index, 'value'], node, value: (item as JsonObject)['value'] ?? null }] : [];
  });
}
