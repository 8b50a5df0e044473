import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { ContentNode, Fault } from '../kinds/field-kind.js';
import type { Json, JsonSchema } from './json.js';

// The packages are CommonJS: their default export arrives wrapped under some loaders.
const ajv = new Ajv2020({ allErrors: true, strict: false, strictNumbers: true });
const formats = addFormats as unknown as { default?: (ajv: Ajv2020) => void } & ((ajv: Ajv2020) => void);
(formats.default ?? formats)(ajv);

const compiled = new WeakMap<ContentNode, ValidateFunction>();
const anything: JsonSchema = {};

/** What is wrong with a value that is not empty, its members left out: they are values of their own. */
export function valueFaults(node: ContentNode, value: Json): Fault[] {
  const validate = validatorFor(node);
  if (!validate(value)) return (validate.errors ?? []).map(schemaFault);
  return node.kind.check?.(value, node.options) ?? [];
}

function validatorFor(node: ContentNode): ValidateFunction {
  let validate = compiled.get(node);
  if (!validate) {
    // Members are visited by the walk, each with its own schema, so that a fault names the innermost place.
    validate = ajv.compile(node.kind.jsonSchema(node.options, () => anything));
    compiled.set(node, validate);
  }
  return validate;
}

/** Why the schema of a kind cannot be read; null when it can. */
export function compileFault(node: ContentNode): string | null {
  try {
    validatorFor(node);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

function schemaFault(error: ErrorObject): Fault {
  const path: (string | number)[] = error.instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  // An unknown or missing member is the fault of the member, not of the object around it.
  const member: unknown = error.params['additionalProperty'] ?? error.params['missingProperty'];
  if (typeof member === 'string') path.push(member);
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
