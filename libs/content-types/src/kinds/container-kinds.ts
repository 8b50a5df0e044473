import { newUuid } from '@pipit/kernel';
import type { Siblings } from '../conditions/scope.js';
import { isJsonObject, type Json, type JsonObject } from '../content/json.js';
import { describeBlockCounts, countFaults, type BlockCounts } from './block-counts.js';
import { defaultOf, defineFieldKind, type ContentChild, type ContentNode, type NodeOptions } from './field-kind.js';

/** Options of a struct: named members of their own kinds. */
export interface StructOptions extends NodeOptions {
  readonly fields: readonly ContentNode[];
}

/** Options of a list: items of one kind. */
export interface ListOptions extends NodeOptions {
  readonly item: ContentNode;
  readonly min?: number;
  readonly max?: number;
}

/** Options of a stream: items of several kinds, each with its type and a stable id. */
export interface StreamOptions extends NodeOptions {
  readonly blocks: readonly ContentNode[];
  readonly min?: number;
  readonly max?: number;
  /** Bounds for single block types. */
  readonly counts?: BlockCounts;
}

const ITEM_ID = { type: ['string', 'null'], maxLength: 64 };

/** Several values under names. Missing members count as empty and are answered with their default. */
export const structKind = defineFieldKind<StructOptions>({
  name: 'struct',
  emptyValue: (options) => structValue({}, options),
  isEmpty: () => false,
  jsonSchema: (options, schemaOf) => ({
    type: 'object',
    properties: Object.fromEntries(options.fields.map((field) => [field.name, schemaOf(field)])),
    additionalProperties: false,
  }),
  normalise: (value, options) => structValue(isJsonObject(value) ? value : {}, options),
  children: (value, options) => {
    const among = membersOf(value, options);
    return options.fields.map((node) => ({ path: [node.name], node, value: among.values[node.name]!, among }));
  },
  members: ({ fields }) => ({ nodes: fields, among: {} }),
  describeOptions: (options, describe) => ({ fields: options.fields.map(describe) }),
  represent: (value, options, represent) => {
    const among = membersOf(value, options);
    return Object.fromEntries(
      options.fields.map((node) => [node.name, represent.child(node, among.values[node.name]!, among)]),
    );
  },
});

function membersOf(value: Json, { fields }: StructOptions): Siblings {
  return { nodes: fields, values: Object.fromEntries(fields.map((node) => [node.name, memberOf(value, node)])) };
}

function memberOf(value: Json, node: ContentNode): Json {
  const member = isJsonObject(value) ? value[node.name] : undefined;
  return member === undefined ? defaultOf(node) : member;
}

/** Declared members in declared order; members nobody declares any more are kept. */
function structValue(value: JsonObject, options: StructOptions): JsonObject {
  const declared = options.fields.map((node) => [node.name, memberOf(value, node)] as const);
  return { ...Object.fromEntries(declared), ...unknownMembers(value, options) };
}

function unknownMembers(value: JsonObject, options: StructOptions): JsonObject {
  const names = new Set(options.fields.map((field) => field.name));
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.has(name)));
}

/** Items of one kind, stored as `{type: 'item', value, id}`; bare values of old content are read too. */
export const listKind = defineFieldKind<ListOptions>({
  name: 'list',
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
  children: (value, options) => listChildren(value, options),
  members: ({ item }) => ({ nodes: [item] }),
  normalise: (value) => asItems(value).map(withId),
  describeOptions: (options, describe) => ({ item: describe(options.item), min: options.min, max: options.max }),
  represent: (value, options, represent) =>
    listChildren(value, options).map((child) => represent.child(child.node, child.value)),
});

function listChildren(value: Json, options: ListOptions): ContentChild[] {
  return asItems(value).map((item, index) =>
    isListItem(item)
      ? { path: [index, 'value'], node: options.item, value: item['value'] ?? null }
      : { path: [index], node: options.item, value: item },
  );
}

function isListItem(item: Json): item is JsonObject {
  return isJsonObject(item) && item['type'] === 'item' && 'value' in item;
}

/** Ids tell blocks apart when versions are compared; content of old has none, what is written anew gets one. */
function withId(item: Json): Json {
  return isJsonObject(item) && !item['id'] ? { ...item, id: newUuid() } : item;
}

const asItems = (value: Json): Json[] => (Array.isArray(value) ? value : []);

/** Items of several kinds. Items of unknown types stay in storage untouched and are left out of delivery. */
export const streamKind = defineFieldKind<StreamOptions>({
  name: 'stream',
  storage: () => ({ type: 'column', column: { type: 'jsonb', default: [] } }),
  emptyValue: () => [],
  jsonSchema: (options, schemaOf) => ({
    type: 'array',
    minItems: options.min,
    maxItems: options.max,
    items: {
      type: 'object',
      properties: { id: ITEM_ID, type: { type: 'string' }, value: {} },
      required: ['type', 'value'],
      additionalProperties: false,
    },
    'x-blocks': Object.fromEntries(options.blocks.map((block) => [block.name, schemaOf(block)])),
  }),
  check: (value, options) => countFaults(streamItems(value), options.counts ?? {}),
  normalise: (value) => asItems(value).map(withId),
  children: (value, options) => streamChildren(value, options.blocks),
  members: ({ blocks }) => ({ nodes: blocks }),
  describeOptions: (options, describe) => ({
    blocks: options.blocks.map(describe),
    min: options.min,
    max: options.max,
    counts: describeBlockCounts(options.counts),
  }),
  represent: (value, options, represent) => {
    const items = streamItems(value);
    return streamChildren(value, options.blocks).map((child) => {
      const item = items[child.path[0] as number]!;
      return { type: child.node.name, value: represent.child(child.node, child.value), id: item['id'] ?? null };
    });
  },
});

/** The items of a stream value, whatever their types. */
export function streamItems(value: Json): JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}

function streamChildren(value: Json, blocks: readonly ContentNode[]): ContentChild[] {
  const byName = new Map(blocks.map((block) => [block.name, block]));
  return asItems(value).flatMap((item, index) => {
    const node = isJsonObject(item) ? byName.get(String(item['type'])) : undefined;
    return node ? [{ path: [index, 'value'], node, value: (item as JsonObject)['value'] ?? null }] : [];
  });
}
