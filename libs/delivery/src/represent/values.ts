import type { FieldKind, NodeOptions } from '@pipit/content-types';

declare global {
  interface JSON {
    /** A number or text to be written as it is (ES2026). */
    rawJSON(text: string): unknown;
    /** A reviver is told what was written (ES2026). */
    parse(text: string, reviver: (key: string, value: unknown, context: { source?: string }) => unknown): unknown;
  }
}

/** How stored values of a kind are read and written. */
export interface ValueFormat {
  /** SQL that reads the column in the form `print` takes. */
  readonly sql: (column: string) => string;
  /** The value in JSON; never called with null. */
  readonly print: (raw: unknown) => unknown;
}

const asIs: ValueFormat = { sql: (column) => column, print: (raw) => raw };
const jsonText: ValueFormat = { sql: (column) => column, print: (raw) => exactJson(String(raw)) };

/** Times of moments: UTC, with microseconds unless they are zero. */
export const MOMENT: ValueFormat = {
  sql: (column) => `(${column} AT TIME ZONE 'UTC')`,
  print: (raw) => `${withMicroseconds(String(raw).replace(' ', 'T'))}Z`,
};

const FORMATS: Readonly<Record<string, ValueFormat>> = {
  // Whole numbers keep all their digits, however many JavaScript could hold.
  integer: { sql: (column) => column, print: (raw) => (typeof raw === 'number' ? raw : JSON.rawJSON(String(raw))) },
  float: { sql: (column) => column, print: (raw) => (Number.isFinite(raw) ? raw : null) },
  time: { sql: (column) => column, print: (raw) => withMicroseconds(String(raw)) },
  datetime: MOMENT,
  duration: { sql: (column) => column, print: (raw) => durationText(BigInt(String(raw))) },
  json: jsonText,
  multipleChoice: jsonText,
};

/** The format of a column of this kind, by its kind or else by its type. */
export function formatOf<O extends NodeOptions>(kind: FieldKind<O>, columnType: string): ValueFormat {
  const known = FORMATS[kind.name];
  if (known) return known;
  if (columnType === 'timestamptz') return MOMENT;
  return columnType === 'jsonb' || columnType === 'json' ? jsonText : asIs;
}

/** JSON whose long numbers keep all their digits. */
function exactJson(text: string): unknown {
  if (!/\d{16}/.test(text)) return JSON.parse(text);
  return JSON.parse(text, (_key, value, { source }) =>
    typeof value === 'number' && source !== undefined ? JSON.rawJSON(source) : value,
  );
}

/** `.25` → `.250000`, `.000000` → nothing. */
function withMicroseconds(text: string): string {
  const [clock = '', fraction] = text.split('.');
  return fraction === undefined ? clock : `${clock}.${fraction.padEnd(6, '0')}`;
}

const SECOND = 1_000_000n;
const DAY = 86_400n * SECOND;

/** Microseconds as `3 04:05:06.700000`: days and fraction only where there are any. */
export function durationText(total: bigint): string {
  // Negative lengths count whole days down and the rest up: minus one second is `-1 23:59:59`.
  const days = total >= 0n ? total / DAY : -((-total + DAY - 1n) / DAY);
  const rest = total - days * DAY;
  const seconds = rest / SECOND;
  const clock = [seconds / 3600n, (seconds / 60n) % 60n, seconds % 60n].map((part) => String(part).padStart(2, '0'));
  const fraction = rest % SECOND;
  return `${days === 0n ? '' : `${days} `}${clock.join(':')}${fraction === 0n ? '' : `.${String(fraction).padStart(6, '0')}`}`;
}
