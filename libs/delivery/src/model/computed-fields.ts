import {
  computedApiFieldsOf,
  fieldsOf,
  type ComputedApiField,
  type FieldDeclaration,
  type JsonSchema,
} from '@pipit/content-types';
import { renditionSchema } from '@pipit/media';
import { identifier } from '../query/sql-parameters.js';
import {
  addressPrinter,
  memberPrinter,
  ownerPrinter,
  renditionPrinter,
  type AddressSource,
} from '../represent/computed-printers.js';
import { ADDRESS_SCHEMA, referenceSchema } from '../schema/field-schema.js';
import type { EntityShape } from '../represent/entity-loader.js';
import type { ScopeSource } from '../represent/scope-loader.js';
import { hiddenAsNull } from '../represent/shown-printer.js';
import type { ApiField, ApiModel, Column, Printer } from './api-model.js';
import { CONTENT } from './declared-fields.js';
import type { StorageOf } from './storage-of.js';

const nullableRendition = (spec: string): JsonSchema => ({ anyOf: [renditionSchema(spec), { type: 'null' }] });

/** Fields of the content API that a class computes. `owner`: of child rows, the model they belong to. */
export function computedFields(storage: StorageOf, source: ScopeSource, owner: (() => ApiModel) | null): ApiField[] {
  const declared = fieldsOf(storage.target);
  const computed = computedApiFieldsOf(storage.target);
  const shape = entityShape(storage, declared, computed);
  const shownOnly = (names: readonly string[], print: Printer): Printer => {
    const fields = declared.filter((field) => names.includes(field.name));
    const columns = fields.map((field) => ({ field, column: columnOf(storage, field.name) }));
    return hiddenAsNull(columns, source, print);
  };
  return computed.flatMap(({ name, source: from }): ApiField[] => {
    switch (from.type) {
      case 'member':
        return [{ name, reads: [], print: memberPrinter(shape, from.property), schema: () => from.schema ?? {} }];
      case 'rendition': {
        const column = columnOf(storage, from.imageField);
        const print = shownOnly([from.imageField], renditionPrinter(column, from.spec));
        return [{ name, reads: [column], print, schema: () => nullableRendition(from.spec) }];
      }
      case 'address': {
        const sources = from.fields.map((field) => addressSource(storage, declared, field));
        const print = shownOnly(from.fields, addressPrinter(sources));
        return [{ name, reads: sources.map(({ column }) => column), print, schema: ADDRESS_SCHEMA }];
      }
      case 'owner':
        return owner ? [ownerField(name, owner)] : [];
    }
  });
}

function ownerField(name: string, owner: () => ApiModel): ApiField {
  const column: Column = { key: 'owner', sql: `${CONTENT}.owner_id` };
  return {
    name,
    reads: [column],
    print: ownerPrinter,
    schema: referenceSchema(owner),
    related: { model: owner, inline: false },
    filter: { type: 'column', kind: 'relation', sql: column.sql, attribute: `${name}_id`, indexed: false },
  };
}

function columnOf(storage: StorageOf, property: string): Column {
  const { name } = storage.columnOf(property);
  return { key: `c_${name}`, sql: `${CONTENT}.${identifier(name)}` };
}

function addressSource(storage: StorageOf, declared: readonly FieldDeclaration[], name: string): AddressSource {
  const kind = declared.find((field) => field.name === name)?.kind.name;
  const target = kind === 'pageLink' ? 'page' : kind === 'document' ? 'document' : 'text';
  return { column: columnOf(storage, name), target };
}

/** All that the members of a class read, so that they share one load. */
function entityShape(
  storage: StorageOf,
  declared: readonly FieldDeclaration[],
  computed: readonly ComputedApiField[],
): EntityShape {
  const named = computed.flatMap(({ source }) => (source.type === 'member' ? source.loads : []));
  const loads = [...new Set(named)];
  const children = declared.flatMap((field) => {
    const stored = field.kind.storage?.(field.options);
    return stored?.type === 'children' && loads.includes(field.name)
      ? [{ name: field.name, item: stored.target() }]
      : [];
  });
  const relations = loads.filter((name) => storage.isRelation(name));
  return { target: storage.target, subtypes: storage.subtypes, key: storage.keyProperty, relations, children };
}
