import type { Json } from '../content/json.js';
import { defineFieldKind, type Fault, type NodeOptions } from './field-kind.js';

/** Options of numbers. */
export interface NumberOptions extends NodeOptions {
  /** Smallest value. */
  readonly min?: number;
  /** Largest value. */
  readonly max?: number;
}

/** Options of whole numbers. */
export interface IntegerOptions extends NumberOptions {
  /** `small` 2, `normal` 4, `big` 8 bytes. Where JavaScript would lose digits, beyond 2^53, the value is a string. */
  readonly size?: 'small' | 'normal' | 'big';
}

/** Options of decimals: exact, as a string in JSON. */
export interface DecimalOptions extends NodeOptions {
  /** Digits in all. */
  readonly precision: number;
  /** Digits after the point. */
  readonly scale: number;
  /** Smallest value. */
  readonly min?: string;
  /** Largest value. */
  readonly max?: string;
}

const INTEGER_COLUMN = { small: 'smallint', normal: 'integer', big: 'bigint' } as const;
/** The largest number each size of column is declared to hold. */
export const INTEGER_LIMIT = { small: 32_767, normal: 2_147_483_647, big: Number.MAX_SAFE_INTEGER } as const;

/** `required: true` and a default together make a column that is never null. */
const nullable = (options: NodeOptions): boolean => options.required !== true;
const columnDefault = ({ default: value }: NodeOptions) =>
  value === undefined || typeof value === 'function' ? {} : { default: value };

/** A whole number. */
export const integerKind = defineFieldKind<IntegerOptions>({
  name: 'integer',
  storage: (options) => ({
    type: 'column',
    column: {
      type: INTEGER_COLUMN[options.size ?? 'normal'],
      nullable: nullable(options),
      ...columnDefault(options),
      // Postgres hands 8-byte integers over as text.
      transformer: { to: (value: unknown) => value, from: exactInteger },
    },
  }),
  emptyValue: () => null,
  jsonSchema: (options) => {
    const limit = INTEGER_LIMIT[options.size ?? 'normal'];
    const number = { type: ['integer', 'null'], minimum: options.min ?? -limit, maximum: options.max ?? limit };
    return options.size === 'big' ? { anyOf: [number, { type: 'string', pattern: '^-?[0-9]{16,19}$' }] } : number;
  },
  check: (value, options) => (typeof value === 'string' ? digitFaults(value, options) : []),
  normalise: (value) => exactInteger(value) as Json,
  describeOptions: ({ min, max }) => ({ min, max }),
});

const TOO_BIG: Fault = { code: 'maximum', message: 'More digits than can be stored.' };

/** Of numbers written as digits because JavaScript would lose some. */
function digitFaults(digits: string, { min, max }: IntegerOptions): Fault[] {
  if (!fitsEightBytes(digits)) return [TOO_BIG];
  if (min !== undefined && BigInt(digits) < BigInt(Math.ceil(min)))
    return [{ code: 'minimum', message: `Not below ${min}.` }];
  if (max !== undefined && BigInt(digits) > BigInt(Math.floor(max)))
    return [{ code: 'maximum', message: `Not above ${max}.` }];
  return [];
}

function fitsEightBytes(digits: string): boolean {
  return BigInt.asIntN(64, BigInt(digits)) === BigInt(digits);
}

/** A number where JavaScript can hold it exactly, else its digits. */
function exactInteger(stored: unknown): unknown {
  if (typeof stored !== 'string') return stored;
  if (stored.trim() === '') return null;
  return Number.isSafeInteger(Number(stored)) ? Number(stored) : String(BigInt(stored));
}

/** A number with a fraction, as precise as a double. */
export const floatKind = defineFieldKind<NumberOptions>({
  name: 'float',
  storage: (options) => ({
    type: 'column',
    column: { type: 'double precision', nullable: nullable(options), ...columnDefault(options) },
  }),
  emptyValue: () => null,
  jsonSchema: (options) => ({ type: ['number', 'null'], minimum: options.min, maximum: options.max }),
  describeOptions: ({ min, max }) => ({ min, max }),
});

/** An exact number with a fixed number of decimals: prices, measures. */
export const decimalKind = defineFieldKind<DecimalOptions>({
  name: 'decimal',
  storage: (options) => ({
    type: 'column',
    column: {
      type: 'numeric',
      precision: options.precision,
      scale: options.scale,
      nullable: nullable(options),
      ...columnDefault(options),
    },
  }),
  emptyValue: () => null,
  jsonSchema: () => ({ type: ['string', 'null'], pattern: '^-?\\d+(\\.\\d+)?$' }),
  check: decimalFaults,
  normalise: (value, options) => (typeof value === 'string' && value !== '' ? padDecimals(value, options.scale) : null),
  // Wagtail prints the decimals inside streams as numbers; columns are printed as strings by the delivery API.
  represent: (value) => (typeof value === 'string' && value !== '' ? Number(value) : value),
  deliveredSchema: () => ({ type: ['number', 'null'] }),
  describeOptions: ({ precision, scale, min, max }) => ({ precision, scale, min, max }),
});

function decimalFaults(value: Json, options: DecimalOptions): Fault[] {
  const [whole = '', fraction = ''] = String(value).replace('-', '').split('.');
  if (fraction.replace(/0+$/, '').length > options.scale) {
    return [{ code: 'scale', message: `At most ${options.scale} digits after the point.` }];
  }
  if (whole.replace(/^0+/, '').length > options.precision - options.scale) {
    return [{ code: 'precision', message: `At most ${options.precision - options.scale} digits before the point.` }];
  }
  if (options.min !== undefined && Number(value) < Number(options.min)) {
    return [{ code: 'minimum', message: `Not below ${options.min}.` }];
  }
  if (options.max !== undefined && Number(value) > Number(options.max)) {
    return [{ code: 'maximum', message: `Not above ${options.max}.` }];
  }
  return [];
}

/** As Postgres prints it: no leading zeros, all decimals, no minus before zero. */
function padDecimals(value: string, scale: number): string {
  const [whole = '0', fraction = ''] = value.replace('-', '').split('.');
  const digits = fraction.padEnd(scale, '0').slice(0, scale);
  const size = `${whole.replace(/^0+(?=\d)/, '')}${scale === 0 ? '' : `.${digits}`}`;
  return value.startsWith('-') && /[1-9]/.test(size) ? `-${size}` : size;
}
