import type { Siblings } from '../conditions/scope.js';
import { objectsIn, type Json, type JsonObject } from '../content/json.js';
import { declarationOf, fieldsOf } from '../declare/declaration-store.js';
import { panelsOf } from '../declare/panels.js';
import { labelOf } from '../content/labels.js';
import { describePanel, fieldNames, type PanelDescriptor } from '../content/describe-panel.js';
import { describeField } from '../content/describe.js';
import { normaliseValue } from '../content/normalise.js';
import { UUID_PATTERN } from './simple-kinds.js';
import { defineFieldKind, type Fault, type NodeOptions } from './field-kind.js';

/** Options of ordered child items. */
export interface ChildItemsOptions extends NodeOptions {
  /** The item's class, lazily, because files import each other. */
  readonly item: () => object;
  /** Rows there must be before publishing. */
  readonly min?: number;
  /** Rows there may be. */
  readonly max?: number;
}

/** Ordered rows that belong to one owner and are saved and versioned with it. JSON: `{id: uuid, …fields}` each. */
export const childItemsKind = defineFieldKind<ChildItemsOptions>({
  name: 'childItems',
  shape: 'items',
  storage: (options) => ({ type: 'children', target: options.item }),
  emptyValue: () => [],
  jsonSchema: (options, schemaOf) => ({
    type: 'array',
    minItems: options.min,
    maxItems: options.max,
    items: {
      type: 'object',
      properties: {
        id: { type: 'string', pattern: UUID_PATTERN },
        ...Object.fromEntries(fieldsOf(options.item()).map((field) => [field.name, schemaOf(field)])),
      },
      required: ['id'],
      additionalProperties: false,
    },
  }),
  fullSchema: (options, scope) => ({
    type: 'array',
    ...(options.min === undefined ? {} : { minItems: options.min }),
    ...(options.max === undefined ? {} : { maxItems: options.max }),
    items: scope.named(options.item(), () => ({
      type: 'object',
      properties: {
        id: { type: 'string', format: 'uuid' },
        ...Object.fromEntries(fieldsOf(options.item()).map((field) => [field.name, scope.of(field)])),
      },
      required: ['id'],
      additionalProperties: false,
    })),
  }),
  children: (value, options) =>
    childRows(value).flatMap((row, index) => {
      const among = itemSiblings(options.item(), row);
      return among.nodes.map((node) => ({
        path: [index, node.name],
        node,
        value: row[node.name] === undefined ? node.kind.emptyValue(node.options) : row[node.name]!,
        among,
      }));
    }),
  siblings: ({ item }) => ({ nodes: fieldsOf(item()), panels: panelsOf(declarationOf(item())) }),
  check: (value) => repeatedIds(childRows(value)),
  normalise: (value, options) => childRows(value).map((row) => withDefaults(row, options)),
  describeOptions: (options) => ({
    item: {
      label: labelOf({ name: declarationOf(options.item()).label, options: {} }),
      fields: fieldsOf(options.item()).map(describeField),
      tabs: arrangementOf(options.item()),
    },
    min: options.min,
    max: options.max,
  }),
});

/** The arrangement an item's class declares, with the fields it does not name at the end; undefined for none. */
function arrangementOf(item: object): { name: string; panels: PanelDescriptor[] }[] | undefined {
  const { tabs } = declarationOf(item);
  if (!tabs) return undefined;
  const declared = Object.entries(tabs).map(([name, panels]) => ({ name, panels: panels.map(describePanel) }));
  const placed = new Set(Object.values(tabs).flatMap((panels) => panels.flatMap(fieldNames)));
  const loose = fieldsOf(item).filter((field) => !placed.has(field.name));
  return [...declared, ...(loose.length ? [{ name: '', panels: loose.map(({ name }) => ({ field: name })) }] : [])];
}

/** The fields of one row, as conditions speak of them. */
export function itemSiblings(item: object, row: JsonObject): Siblings {
  return { nodes: fieldsOf(item), values: row, panels: panelsOf(declarationOf(item)) };
}

/** The rows of a child items value. */
export function childRows(value: Json): JsonObject[] {
  return objectsIn(value);
}

function withDefaults(row: JsonObject, options: ChildItemsOptions): JsonObject {
  const fields = fieldsOf(options.item()).map((node) => [
    node.name,
    row[node.name] === undefined ? normaliseValue(node, undefined) : row[node.name]!,
  ]);
  return { id: String(row['id']).toLowerCase(), ...Object.fromEntries(fields) };
}

function repeatedIds(rows: readonly JsonObject[]): Fault[] {
  const ids = rows.map((row) => String(row['id']).toLowerCase());
  return ids.flatMap((id, index) =>
    ids.indexOf(id) < index ? [{ path: [index, 'id'], code: 'repeated', message: 'Another row has this id.' }] : [],
  );
}
