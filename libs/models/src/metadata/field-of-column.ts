import {
  booleanKind,
  charKind,
  choiceKind,
  dateKind,
  datetimeKind,
  decimalKind,
  floatKind,
  integerKind,
  jsonKind,
  multipleChoiceKind,
  nameInWords,
  textAreaKind,
  timeKind,
  uuidKind,
  type Choice,
  type FieldDeclaration,
  type FieldKind,
  type Json,
  type NodeOptions,
} from '@pipit/content-types';
import type { ColumnFact } from './column-facts.js';

/** Kind and options that say the same as a column does. */
interface Derived {
  readonly kind: FieldKind<never>;
  readonly options?: Readonly<Record<string, unknown>>;
  /** Holds text, whose “nothing” is the empty text. */
  readonly isText?: boolean;
}

type Derive = (fact: ColumnFact) => Derived;

/** Digits for a `numeric` that names none. */
const FREE_DECIMAL = { precision: 38, scale: 10 };

const line: Derive = ({ options }) => ({
  kind: charKind,
  options: { maxLength: Number(options.length) || undefined, nullable: options.nullable ?? false },
  isText: true,
});
const text: Derive = ({ options }) => ({
  kind: textAreaKind,
  options: { nullable: options.nullable ?? false },
  isText: true,
});
const integer =
  (size: 'small' | 'normal' | 'big'): Derive =>
  () => ({ kind: integerKind, options: { size } });
const float: Derive = () => ({ kind: floatKind });
const decimal: Derive = ({ options: { precision, scale } }) => ({
  kind: decimalKind,
  options: typeof precision === 'number' ? { precision, scale: scale ?? 0 } : FREE_DECIMAL,
});
const yesOrNo: Derive = ({ options }) => ({ kind: booleanKind, options: { nullable: options.nullable ?? false } });
const moment: Derive = () => ({ kind: datetimeKind });
const json: Derive = () => ({ kind: jsonKind });
const texts: Derive = () => ({
  kind: jsonKind,
  options: { schema: { type: ['array', 'null'], items: { type: 'string' } } },
});
const choice: Derive = ({ options }) => ({
  kind: options.array ? multipleChoiceKind : choiceKind,
  options: { of: choicesOfEnum(options.enum), nullable: options.nullable ?? false },
});

const BY_TYPE: Readonly<Record<string, Derive>> = {
  varchar: line,
  'character varying': line,
  char: line,
  character: line,
  text,
  citext: text,
  smallint: integer('small'),
  int2: integer('small'),
  int: integer('normal'),
  int4: integer('normal'),
  integer: integer('normal'),
  bigint: integer('big'),
  int8: integer('big'),
  float,
  float4: float,
  float8: float,
  real: float,
  'double precision': float,
  numeric: decimal,
  decimal,
  bool: yesOrNo,
  boolean: yesOrNo,
  date: () => ({ kind: dateKind }),
  time: () => ({ kind: timeKind }),
  'time without time zone': () => ({ kind: timeKind }),
  timestamp: moment,
  timestamptz: moment,
  'timestamp with time zone': moment,
  'timestamp without time zone': moment,
  enum: choice,
  'simple-enum': choice,
  uuid: () => ({ kind: uuidKind }),
  json,
  jsonb: json,
  'simple-json': json,
  'simple-array': texts,
};

/** What code writes through a transformer of its own is understood when the property is one of these. */
const PLAIN_CLASSES = new Set(['String', 'Number', 'Boolean', 'Date']);

/** The field a column amounts to; null for what no form can show: binary data, geometry, secrets, versions. */
export function fieldOfColumn(fact: ColumnFact): FieldDeclaration | null {
  if (fact.role === 'hidden' || fact.role === 'version' || fact.role === 'deleted') return null;
  if (fact.role === 'key' && fact.generated) return null;
  if (fact.options.transformer && !PLAIN_CLASSES.has(fact.propertyClass ?? '')) return null;
  const isList = fact.options.array === true && !/enum$/.test(fact.type);
  const derive = isList ? listOf(fact) : BY_TYPE[fact.type];
  if (!derive) return null;
  const derived = derive(fact);
  const readOnly =
    fact.role === 'created' || fact.role === 'updated' || fact.generated || fact.options.update === false;
  return {
    name: fact.property,
    kind: derived.kind as unknown as FieldKind,
    options: {
      ...derived.options,
      ...defaultOption(fact),
      required: !readOnly && isRequired(fact, derived),
      ...(readOnly && fact.role !== 'key' ? { readOnly } : {}),
      ...(fact.unique || fact.role === 'key' ? { unique: true } : {}),
      ...(fact.options.comment ? { help: fact.options.comment } : {}),
    } satisfies NodeOptions,
  };
}

/** True when the database fills in what nobody gives. */
export function hasDatabaseDefault({ options, generated, role }: ColumnFact): boolean {
  return generated || role === 'created' || role === 'updated' || typeof options.default === 'function';
}

function listOf({ type }: ColumnFact): Derive | null {
  return BY_TYPE[type] === line || BY_TYPE[type] === text ? texts : null;
}

function isRequired(fact: ColumnFact, { isText, kind }: Derived): boolean {
  const { nullable, default: value } = fact.options;
  if (nullable === true || hasDatabaseDefault(fact)) return false;
  if ((kind as unknown) === booleanKind) return false;
  // Nothing but a null is missing in a column of text or lists that has a default of its own.
  if (isText || (kind as unknown) === multipleChoiceKind) return value === undefined;
  return true;
}

function defaultOption({ options, role }: ColumnFact): { default?: Json } {
  const value: unknown = options.default;
  if (role !== 'value' || value === undefined || value === null || typeof value === 'function') return {};
  if (options.array && typeof value === 'string') return { default: listIn(value) };
  return { default: typeof value === 'number' && isTextual(options.type) ? String(value) : (value as Json) };
}

/** Exact numbers and enum members are text in JSON. */
function isTextual(type: unknown): boolean {
  return type === 'numeric' || type === 'decimal' || type === 'enum' || type === 'simple-enum';
}

function choicesOfEnum(declared: unknown): Choice[] {
  if (Array.isArray(declared))
    return declared.map((value) => ({ value: String(value), label: choiceInWords(String(value)) }));
  // Enums of numbers name their members in both directions.
  return Object.entries(Object(declared) as Record<string, unknown>)
    .filter(([name]) => Number.isNaN(Number(name)))
    .map(([name, value]) => ({ value: String(value), label: nameInWords(name) }));
}

/** Names of code are put in words; words are begun in upper case and else stay as they were: “Closed on Sunday”. */
function choiceInWords(value: string): string {
  return /_|[a-z][A-Z]/.test(value) ? nameInWords(value) : value.charAt(0).toUpperCase() + value.slice(1);
}

/** `{a,b}`, as Postgres writes arrays of plain words. */
function listIn(literal: string): string[] {
  return literal
    .replace(/^\{|\}$/g, '')
    .split(',')
    .filter(Boolean);
}
