import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { FieldError } from '@pipit/kernel';
import { isEmptyValue, type ContentNode, type ContentPath, type Fault } from '../kinds/field-kind.js';
import type { Json, JsonSchema } from './json.js';
import { pointer, walk } from './walk.js';

/** `save`: a draft may be incomplete. `publish`: everything required has to be there. */
export type ValidationTier = 'save' | 'publish';

export interface ValidationOptions {
  readonly tier: ValidationTier;
  /** Prefix of the reported pointers, e.g. `['fields']`. */
  readonly path?: ContentPath;
  /**
   * Values that are stored already. A value that is among them is not checked again, so that content which was
   * imported or saved under older rules never stops an edit elsewhere on the page.
   */
  readonly stored?: KnownValues;
}

/** Remembers the values inside stored content, see {@link ValidationOptions.stored}. */
export class KnownValues {
  private readonly seen = new Map<unknown, Set<string>>();

  /** Adds a stored value and all its members. */
  add(node: ContentNode, value: Json): void {
    walk(node, value, (visit) => {
      const values = this.seen.get(visit.node.kind) ?? new Set();
      this.seen.set(visit.node.kind, values.add(JSON.stringify(visit.value)));
    });
  }

  has(node: ContentNode, value: Json): boolean {
    return this.seen.get(node.kind)?.has(JSON.stringify(value)) ?? false;
  }
}

// The packages are CommonJS: their default export arrives wrapped under some loaders.
const ajv = new Ajv2020({ allErrors: true, strict: false });
const formats = addFormats as unknown as { default?: (ajv: Ajv2020) => void } & ((ajv: Ajv2020) => void);
(formats.default ?? formats)(ajv);

const compiled = new WeakMap<object, WeakMap<ContentNode, ValidateFunction>>();
const anything: JsonSchema = {};

/** Checks one value and everything inside it; an empty list means valid. */
export function validateValue(node: ContentNode, value: Json | undefined, options: ValidationOptions): FieldError[] {
  const errors: FieldError[] = [];
  const given = value === undefined ? node.kind.emptyValue(node.options) : value;
  walk(
    node,
    given,
    (visit) => {
      errors.push(...faultsOf(visit.node, visit.value, options).map((fault) => ({
        path: pointer([...visit.path, ...(fault.path ?? [])]),
        code: fault.code,
        message: fault.message,
      })));
    },
    options.path,
  );
  return errors;
}

function faultsOf(node: ContentNode, value: Json, options: ValidationOptions): Fault[] {
  if (isEmptyValue(node, value)) return missing(node, value, options.tier);
  if (options.stored?.has(node, value)) return [];
  const validate = validatorFor(node);
  if (!validate(value)) return (validate.errors ?? []).map(schemaFault);
  return node.kind.check?.(value, node.options) ?? [];
}

function missing(node: ContentNode, value: Json, tier: ValidationTier): Fault[] {
  const required = node.options.required ?? false;
  if (required === true || (required === 'to-publish' && tier === 'publish')) {
    return [{ code: 'required', message: 'This is needed.' }];
  }
  // An empty value still has to be of the right type: `[]` is no empty text.
  const empty = node.kind.emptyValue(node.options);
  const rightType = value === null || typeof value === typeof empty || empty === null;
  return rightType ? [] : [{ code: 'type', message: `Expected ${describeType(empty)}.` }];
}

function validatorFor(node: ContentNode): ValidateFunction {
  const byNode = compiled.get(node.kind) ?? new WeakMap<ContentNode, ValidateFunction>();
  compiled.set(node.kind, byNode);
  let validate = byNode.get(node);
  if (!validate) {
    // Members are visited by the walk, each with its own schema, so that a fault names the innermost place.
    validate = ajv.compile(node.kind.jsonSchema(node.options, () => anything));
    byNode.set(node, validate);
  }
  return validate;
}

function schemaFault(error: ErrorObject): Fault {
  const path = error.instancePath.split('/').slice(1).map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  return { path, code: error.keyword, message: sentence(error) };
}

function sentence(error: ErrorObject): string {
  const params = error.params as Record<string, unknown>;
  switch (error.keyword) {
    case 'maxLength':
      return `At most ${String(params['limit'])} characters.`;
    case 'minLength':
      return `At least ${String(params['limit'])} characters.`;
    case 'maxItems':
      return `At most ${String(params['limit'])}.`;
    case 'minItems':
      return `At least ${String(params['limit'])}.`;
    case 'minimum':
      return `Not below ${String(params['limit'])}.`;
    case 'maximum':
      return `Not above ${String(params['limit'])}.`;
    case 'enum':
      return 'Choose one of the values offered.';
    case 'type':
      return `Expected ${typesInWords(params['type'])}.`;
    case 'format':
      return `Not a valid ${String(params['format'])}.`;
    case 'additionalProperties':
      return `Unknown member “${String(params['additionalProperty'])}”.`;
    case 'required':
      return `“${String(params['missingProperty'])}” is missing.`;
    default:
      return `Not valid: ${error.message ?? error.keyword}.`;
  }
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'nothing',
};

/** “Nothing” goes without saying beside other types. */
function typesInWords(types: unknown): string {
  const names = [types].flat().map(String);
  const told = names.length > 1 ? names.filter((name) => name !== 'null') : names;
  return told.map((name) => TYPE_WORDS[name] ?? name).join(' or ');
}

function describeType(value: Json): string {
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'string' ? 'text' : `a value like ${JSON.stringify(value)}`;
}
