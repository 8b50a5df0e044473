import {
  CheckFailure,
  ContentTypes,
  entitiesOf,
  fieldFaults,
  named,
  normaliseValue,
  panelsOf,
  validateValue,
  type Block,
  type Json,
  type JsonObject,
  type ValidationTier,
} from '@pipit/cms';

/** A declared type, to be asked what it would say. */
export interface DeclaredType {
  /** What would stop the start, as `id: message`. Other types it names have to be given along with it. */
  readonly problems: readonly string[];
  /** Names of its fields, in order. */
  readonly fields: readonly string[];
  /** Where values are refused, as JSON pointers: when publishing, unless told otherwise. */
  faults(values: JsonObject, tier?: ValidationTier): string[];
}

/** Asks a type alone, or together with others that it names. */
export function declaredType(target: object, ...others: readonly object[]): DeclaredType {
  const types = new ContentTypes();
  types.add(entitiesOf([target, ...others]));
  const type = types.of(target);
  return {
    problems: problemsOf(types),
    fields: type.fields.map(({ name }) => name),
    faults: (values, tier = 'publish') => {
      const given = type.fields.map((field) => [field.name, normaliseValue(field, values[field.name])] as const);
      const siblings = { nodes: type.fields, values: Object.fromEntries(given), panels: panelsOf(type) };
      return pathsOf(fieldFaults(siblings, { tier, stored: null }));
    },
  };
}

/** A declared block, to be asked what it would say. */
export interface DeclaredBlock {
  /** The value as it would be stored. */
  stored(value: Json): Json;
  /** Where a value is refused, as JSON pointers within it: when publishing, unless told otherwise. */
  faults(value: Json, tier?: ValidationTier): string[];
}

/** Asks a block. */
export function declaredBlock(block: Block): DeclaredBlock {
  const node = named('block', block);
  const stored = (value: Json): Json => normaliseValue(node, value);
  return { stored, faults: (value, tier = 'publish') => pathsOf(validateValue(node, stored(value), { tier })) };
}

function problemsOf(types: ContentTypes): string[] {
  try {
    types.freeze();
    return [];
  } catch (error) {
    if (!(error instanceof CheckFailure)) throw error;
    return error.problems.map(({ id, message }) => `${id}: ${message}`);
  }
}

const pathsOf = (faults: readonly { readonly path: string }[]): string[] => faults.map(({ path }) => path);
