import type { Siblings } from '../conditions/scope.js';
import { describePanel, fieldNames, type PanelDescriptor } from '../content/describe-panel.js';
import { isJsonObject, type Json, type JsonObject, type JsonSchema } from '../content/json.js';
import type { PanelDeclaration } from '../declare/type-declaration.js';
import type { SchemaScope } from '../schema/schema-scope.js';
import { defaultOf, defineFieldKind, type ContentNode, type Fault, type NodeOptions } from './field-kind.js';

/** Options of a struct: named members of their own kinds. */
export interface StructOptions extends NodeOptions {
  readonly fields: readonly ContentNode[];
  /** How the members are arranged; those no panel names follow below. Default: one below the other. */
  readonly panels?: readonly PanelDeclaration[];
  /** Members behind the gear button. */
  readonly settings?: readonly string[];
  /** Further members the content API prints, made from the value. */
  readonly computed?: Readonly<Record<string, (value: never) => Json>>;
  /** A rule over the whole value: what is wrong, by the member it is wrong with, or in one sentence. */
  readonly check?: (value: never) => MemberFaults | string | null;
}

/** What is wrong, in a sentence for each member that is. */
export type MemberFaults<Name extends string = string> = { readonly [K in Name]?: string };

/** Several values under names. Missing members count as empty and are answered with their default. */
export const structKind = defineFieldKind<StructOptions>({
  name: 'struct',
  shape: 'members',
  emptyValue: (options) => structValue({}, options),
  isEmpty: () => false,
  jsonSchema: (options, schemaOf) => ({
    type: 'object',
    properties: Object.fromEntries(options.fields.map((field) => [field.name, schemaOf(field)])),
    additionalProperties: false,
  }),
  fullSchema: (options, scope) => structSchema(options, scope, []),
  deliveredSchema: (options, scope) => deliveredStruct(options, scope),
  normalise: (value, options) => structValue(isJsonObject(value) ? value : {}, options),
  checkWhole: (value, options) => ownFaults(options.check?.(structValue(value as JsonObject, options) as never) ?? {}),
  innerNodes: (options) => options.fields,
  unknownParts: (value, options) =>
    isJsonObject(value)
      ? Object.keys(unknownMembers(value, options)).map((name) => ({ path: [name], what: 'member', name }))
      : [],
  siblings: ({ fields, panels }) => ({ nodes: fields, panels }),
  children: (value, options) => {
    const among = membersOf(value, options);
    return options.fields.map((node) => ({ path: [node.name], node, value: among.values[node.name]!, among }));
  },
  describeOptions: (options, describe) => ({
    fields: options.fields.map(describe),
    panels: options.panels && arranged(options.panels, options),
    settings: options.settings,
  }),
  represent: (value, options, represent) => {
    const among = membersOf(value, options);
    const member = (node: ContentNode): Json => represent.child(node, among.values[node.name]!, among);
    return {
      ...Object.fromEntries(options.fields.map((node) => [node.name, member(node)])),
      ...computedMembers(value, options),
    };
  },
});

/** All panels: those declared, then the members none of them names. */
function arranged(panels: readonly PanelDeclaration[], { fields, settings = [] }: StructOptions): PanelDescriptor[] {
  const placed = new Set([...panels.flatMap(fieldNames), ...settings]);
  const loose = fields.filter(({ name }) => !placed.has(name)).map(({ name }) => ({ field: name }));
  return [...panels.map(describePanel), ...loose];
}

function computedMembers(value: Json, options: StructOptions): JsonObject {
  if (!options.computed) return {};
  const whole = structValue(isJsonObject(value) ? value : {}, options) as never;
  return Object.fromEntries(Object.entries(options.computed).map(([name, compute]) => [name, compute(whole)]));
}

function ownFaults(found: MemberFaults | string): Fault[] {
  if (typeof found === 'string') return [{ code: 'invalid', message: found }];
  return Object.entries(found).flatMap(([name, message]) =>
    message === undefined ? [] : [{ path: [name], code: 'invalid', message }],
  );
}

const memberNames = ({ fields }: StructOptions): string[] => fields.map((field) => field.name);

function structSchema({ fields }: StructOptions, scope: SchemaScope, required: readonly string[]): JsonSchema {
  const properties = Object.fromEntries(fields.map((field) => [field.name, scope.of(field)]));
  return { type: 'object', properties, ...(required.length > 0 ? { required } : {}), additionalProperties: false };
}

/** Computed members may be anything. */
function deliveredStruct(options: StructOptions, scope: SchemaScope): JsonSchema {
  const computed = Object.keys(options.computed ?? {});
  const schema = structSchema(options, scope, [...memberNames(options), ...computed]);
  const properties = { ...(schema['properties'] as object), ...Object.fromEntries(computed.map((name) => [name, {}])) };
  return { ...schema, properties };
}

/** The members beside each other, as conditions speak of them. */
function membersOf(value: Json, { fields, panels }: StructOptions): Siblings {
  const values = Object.fromEntries(fields.map((node) => [node.name, memberOf(value, node)]));
  return { nodes: fields, values, panels };
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
