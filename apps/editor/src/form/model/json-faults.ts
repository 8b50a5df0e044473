import type { JsonSchema } from '../contract';
import { join } from './pointer';
import { same } from './same';

/** What a value has against a schema, and where. */
export interface JsonFault {
  pointer: string;
  message: string;
}

/**
 * The first things in which a value does not satisfy a JSON Schema, told while one types. It reads the keywords people
 * write by hand; what it does not know it lets pass, as the server judges in the end.
 */
export function jsonFaults(schema: JsonSchema | undefined, value: unknown): JsonFault[] {
  return schema ? check(schema, value, '', schema).slice(0, 5) : [];
}

function check(schema: unknown, value: unknown, pointer: string, root: JsonSchema): JsonFault[] {
  if (schema === false) return [{ pointer, message: 'Nothing may stand here.' }];
  if (!isRecord(schema)) return [];
  const fault = (message: string): JsonFault[] => [{ pointer, message }];
  const again = (inner: unknown) => check(inner, value, pointer, root);
  if (typeof schema.$ref === 'string') return again(resolve(root, schema.$ref));
  const types = [schema.type ?? []].flat() as string[];
  if (types.length > 0 && !types.some((type) => isOf(type, value)))
    return fault(`This has to be ${types.map((type) => TYPES[type] ?? type).join(' or ')}.`);
  if ('const' in schema && !same(schema.const, value)) return fault(`This has to be ${JSON.stringify(schema.const)}.`);
  if (Array.isArray(schema.enum) && !schema.enum.some((one) => same(one, value)))
    return fault(`One of ${schema.enum.map((one) => JSON.stringify(one)).join(', ')}.`);
  const combined = [
    ...list(schema.allOf).flatMap(again),
    ...either(list(schema.anyOf), again, (fitting) => fitting > 0, fault),
    ...either(list(schema.oneOf), again, (fitting) => fitting === 1, fault),
    ...('not' in schema && again(schema.not).length === 0 ? fault('This is not allowed here.') : []),
  ];
  if (combined.length > 0) return combined;
  if (typeof value === 'number') return bounds(value, schema, fault);
  if (typeof value === 'string') return words(value, schema, fault);
  if (Array.isArray(value)) return entries(value, schema, pointer, root, fault);
  return isRecord(value) ? members(value, schema, pointer, root) : [];
}

type Tell = (message: string) => JsonFault[];

function either(all: unknown[], judge: (one: unknown) => JsonFault[], fits: (count: number) => boolean, tell: Tell) {
  if (all.length === 0) return [];
  const outcomes = all.map(judge);
  if (fits(outcomes.filter((faults) => faults.length === 0).length)) return [];
  // What comes closest says most.
  return (
    outcomes.filter((faults) => faults.length > 0).sort((a, b) => a.length - b.length)[0] ?? tell('This fits too much.')
  );
}

function bounds(value: number, schema: Record<string, unknown>, tell: Tell): JsonFault[] {
  if (value < least(schema.minimum)) return tell(`At least ${String(schema.minimum)}.`);
  if (value > most(schema.maximum)) return tell(`At most ${String(schema.maximum)}.`);
  if (value <= least(schema.exclusiveMinimum)) return tell(`More than ${String(schema.exclusiveMinimum)}.`);
  return value >= most(schema.exclusiveMaximum) ? tell(`Less than ${String(schema.exclusiveMaximum)}.`) : [];
}

function words(value: string, schema: Record<string, unknown>, tell: Tell): JsonFault[] {
  const length = [...value].length;
  if (length < least(schema.minLength)) return tell(`At least ${String(schema.minLength)} characters.`);
  if (length > most(schema.maxLength)) return tell(`At most ${String(schema.maxLength)} characters.`);
  return typeof schema.pattern === 'string' && !matches(schema.pattern, value)
    ? tell('This is not in the expected form.')
    : [];
}

function entries(value: unknown[], schema: Record<string, unknown>, pointer: string, root: JsonSchema, tell: Tell) {
  if (value.length < least(schema.minItems)) return tell(`At least ${String(schema.minItems)} entries.`);
  if (value.length > most(schema.maxItems)) return tell(`At most ${String(schema.maxItems)} entries.`);
  const first = list(schema.prefixItems);
  return value.flatMap((entry, index) =>
    check(first[index] ?? schema.items ?? true, entry, join(pointer, index), root),
  );
}

function members(value: Record<string, unknown>, schema: Record<string, unknown>, pointer: string, root: JsonSchema) {
  const known = isRecord(schema.properties) ? schema.properties : {};
  const missing = list(schema.required)
    .map(String)
    .filter((name) => !(name in value))
    .map((name) => ({ pointer, message: `“${name}” is missing.` }));
  return [
    ...missing,
    ...Object.entries(value).flatMap(([name, member]) => {
      const place = join(pointer, name);
      if (Object.hasOwn(known, name)) return check(known[name], member, place, root);
      if (schema.additionalProperties === false) return [{ pointer: place, message: `“${name}” is not known here.` }];
      return check(schema.additionalProperties ?? true, member, place, root);
    }),
  ];
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'text in quotes',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  null: 'null',
  array: 'a list in [ ]',
  object: 'an object in { }',
};

function isOf(type: string, value: unknown): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isRecord(value);
  if (type === 'integer') return Number.isInteger(value);
  return typeof value === type;
}

function resolve(root: JsonSchema, reference: string): unknown {
  if (!reference.startsWith('#/')) return true;
  return reference
    .slice(2)
    .split('/')
    .reduce<unknown>((at, step) => (isRecord(at) ? at[step.replace(/~1/g, '/').replace(/~0/g, '~')] : undefined), root);
}

function matches(pattern: string, value: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(value);
  } catch {
    return true;
  }
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const least = (limit: unknown): number => (typeof limit === 'number' ? limit : -Infinity);
const most = (limit: unknown): number => (typeof limit === 'number' ? limit : Infinity);
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
