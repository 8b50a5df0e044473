import type { Json } from '../content/json.js';
import { defineFieldKind, type Choice, type Fault, type NodeOptions } from './field-kind.js';

/** Options of yes-or-no values. */
export interface BooleanOptions extends NodeOptions {
  /** A third state: not answered. */
  readonly nullable?: boolean;
}

/** Yes or no. */
export const booleanKind = defineFieldKind<BooleanOptions>({
  name: 'boolean',
  storage: (options) => ({
    type: 'column',
    column: {
      type: 'boolean',
      nullable: options.nullable ?? false,
      ...(options.nullable ? {} : { default: typeof options.default === 'boolean' ? options.default : false }),
    },
  }),
  emptyValue: (options) => (options.nullable ? null : false),
  isEmpty: (value) => value === null,
  jsonSchema: (options) => ({ type: options.nullable ? ['boolean', 'null'] : 'boolean' }),
  describeOptions: ({ nullable }) => ({ nullable }),
});

/** Options of choices: values alone, or values with labels. */
export interface ChoiceOptions extends NodeOptions {
  /** The choices, or what gives them each time they are needed. */
  readonly of: readonly (string | Choice)[] | (() => readonly (string | Choice)[]);
  /** Nothing chosen is null instead of the empty text. */
  readonly nullable?: boolean;
  /** Characters of the column; default 255. */
  readonly maxLength?: number;
}

/** The choices with their labels. */
export function choicesOf(options: Pick<ChoiceOptions, 'of'>): Choice[] {
  const of = typeof options.of === 'function' ? options.of() : options.of;
  return of.map((choice) => (typeof choice === 'string' ? { value: choice, label: choice } : choice));
}

const choiceValues = (options: ChoiceOptions): string[] => choicesOf(options).map((choice) => choice.value);

/** Schemas are compiled once, so that choices which may change are looked at by a check. */
const isFixed = ({ of }: Pick<ChoiceOptions, 'of'>): boolean => typeof of !== 'function';

function choiceFaults(values: readonly Json[], options: ChoiceOptions): Fault[] {
  if (isFixed(options)) return [];
  const offered = new Set<Json>(choiceValues(options));
  return values.every((value) => offered.has(value))
    ? []
    : [{ code: 'enum', message: 'Choose one of the values offered.' }];
}

/** One of a fixed set. */
export const choiceKind = defineFieldKind<ChoiceOptions>({
  name: 'choice',
  storage: (options) => ({
    type: 'column',
    column: {
      type: 'varchar',
      length: options.maxLength ?? 255,
      nullable: options.nullable ?? false,
      ...(options.nullable ? {} : { default: typeof options.default === 'string' ? options.default : '' }),
    },
  }),
  emptyValue: (options) => (options.nullable ? null : ''),
  jsonSchema: (options) =>
    isFixed(options)
      ? { enum: [...choiceValues(options), options.nullable ? null : ''] }
      : { type: options.nullable ? ['string', 'null'] : 'string' },
  check: (value, options) => choiceFaults([value], options),
  normalise: (value, options) => (String(value).trim() === '' ? (options.nullable ? null : '') : value),
  searchText: (value, options) => choicesOf(options).find((choice) => choice.value === value)?.label ?? '',
  describeOptions: (options) => ({ choices: choicesOf(options) }),
});

/** Options of several choices. */
export interface MultipleChoiceOptions extends ChoiceOptions {
  /** Choices there must be before publishing. */
  readonly min?: number;
  /** Choices there may be. */
  readonly max?: number;
}

/** Several of a fixed set, in the order of choosing. */
export const multipleChoiceKind = defineFieldKind<MultipleChoiceOptions>({
  name: 'multipleChoice',
  storage: () => ({ type: 'column', column: { type: 'jsonb', default: [] } }),
  emptyValue: () => [],
  jsonSchema: (options) => ({
    type: 'array',
    items: isFixed(options) ? { enum: choiceValues(options) } : { type: 'string' },
    uniqueItems: true,
    minItems: options.min,
    maxItems: options.max,
  }),
  check: (value, options) => choiceFaults(Array.isArray(value) ? value : [], options),
  describeOptions: (options) => ({ choices: choicesOf(options), min: options.min, max: options.max }),
});

/** The plain form alone, which is the one Postgres reads: no braces, no `urn:uuid:`. */
export const UUID_PATTERN = '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$';

/** A UUID. */
export const uuidKind = defineFieldKind<NodeOptions>({
  name: 'uuid',
  storage: (options) => ({ type: 'column', column: { type: 'uuid', nullable: options.required !== true } }),
  emptyValue: () => null,
  jsonSchema: () => ({ type: ['string', 'null'], pattern: UUID_PATTERN }),
  normalise: (value) => (typeof value === 'string' && value !== '' ? value.toLowerCase() : null),
});

/** Options of free JSON. */
export interface JsonOptions extends NodeOptions {
  /** JSON Schema the value has to satisfy. */
  readonly schema?: Record<string, unknown>;
}

/** JSON of any shape, or of the shape a schema gives. */
export const jsonKind = defineFieldKind<JsonOptions>({
  name: 'json',
  storage: () => ({ type: 'column', column: { type: 'jsonb', nullable: true } }),
  emptyValue: () => null,
  isEmpty: (value) => value === null,
  jsonSchema: (options) => options.schema ?? {},
  describeOptions: ({ schema }) => ({ schema }),
});

/** Options of a block without a value. */
export interface StaticOptions extends NodeOptions {
  /** What editors read in place of a control. */
  readonly text?: string;
}

/** A block without a value: its being there is all it says. */
export const staticKind = defineFieldKind<StaticOptions>({
  name: 'static',
  emptyValue: () => null,
  jsonSchema: () => ({ type: 'null' }),
  describeOptions: ({ text }) => ({ text }),
});
