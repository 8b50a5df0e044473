import { refused } from '../errors.js';
import type { FilterClause, Operator } from '../grammar/filter-parameters.js';
import { readInteger } from '../grammar/python-text.js';
import type { ColumnKind } from '../model/api-model.js';
import { readFilterValue } from './filter-value.js';
import type { SqlParameters } from './sql-parameters.js';

/** Something in a row that a filter compares. */
export interface ComparedValue {
  readonly kind: ColumnKind;
  readonly sql: string;
  /** It is printed otherwise than it is stored, so that comparing it could tell what is not printed. */
  readonly isOpaque?: boolean;
}

const MAX_VALUES = 100;
const EQUALITY: readonly Operator[] = ['eq', 'ne', 'in', 'nin', 'null'];
const ORDERED: readonly Operator[] = [...EQUALITY, 'gt', 'gte', 'lt', 'lte'];
const TEXT: readonly Operator[] = [...ORDERED, 'contains', 'startswith'];
const JSON_VALUE: readonly Operator[] = ['contains', 'null'];
const OPAQUE: readonly Operator[] = ['null'];

/** The operators that a kind of column understands. */
export function operatorsOf({ kind, isOpaque }: Pick<ComparedValue, 'kind' | 'isOpaque'>): readonly Operator[] {
  if (isOpaque) return OPAQUE;
  if (kind === 'text') return TEXT;
  if (kind === 'json') return JSON_VALUE;
  return ['boolean', 'uuid', 'relation', 'locale'].includes(kind) ? EQUALITY : ORDERED;
}

/** True for clauses that hold where their opposite does not. */
export function isNegative({ operator, parameter, text }: FilterClause): boolean {
  if (operator === 'null') return isTrue(parameter, text);
  return operator === 'ne' || operator === 'nin';
}

const SIGNS = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const;

/** SQL of one clause; of negative ones, that of their opposite. */
export function comparison(value: ComparedValue, clause: FilterClause, params: SqlParameters): string {
  const { operator, parameter, text } = clause;
  const { sql, kind } = value;
  const known = operatorsOf(value);
  if (!known.includes(operator)) {
    throw refused(`filter error. '${operator}' does not apply to ${parameter} (${known.join(', ')} do)`);
  }
  switch (operator) {
    case 'null':
      return present(value);
    case 'eq':
    case 'ne':
      return isOneOf(value, parameter, [text], params);
    case 'in':
    case 'nin':
      return isOneOf(value, parameter, text.split(','), params);
    case 'contains':
      return kind === 'json'
        ? holds(sql, text, parameter, params)
        : isLike(sql, `%${pattern(text, parameter)}%`, params);
    case 'startswith':
      return isLike(sql, `${pattern(text, parameter)}%`, params);
    default: {
      const read = readFilterValue(kind, parameter, text);
      // Numbers no column can hold are compared all the same.
      const bound = read === 'nothing' ? { value: String(readInteger(text)), cast: 'numeric' } : read;
      return `${sql} ${SIGNS[operator]} ${params.add(bound.value)}::${bound.cast}`;
    }
  }
}

function isOneOf({ kind, sql }: ComparedValue, parameter: string, texts: readonly string[], params: SqlParameters) {
  if (texts.length > MAX_VALUES) throw refused(`filter error. ${parameter} has more than ${MAX_VALUES} values`);
  const read = texts.map((text) => readFilterValue(kind, parameter, text)).filter((value) => value !== 'nothing');
  const [first] = read;
  if (!first) return 'FALSE';
  if (read.length === 1) return `${sql} = ${params.add(first.value)}::${first.cast}`;
  return `${sql} = ANY(${params.add(read.map(({ value }) => value))}::${first.cast}[])`;
}

/** An empty text and an empty list are no value either. */
function present({ kind, sql }: ComparedValue): string {
  if (kind === 'text') return `${sql} <> ''`;
  return kind === 'json' ? `${sql}::jsonb NOT IN ('[]', '{}', 'null', '""')` : `${sql} IS NOT NULL`;
}

function isLike(sql: string, like: string, params: SqlParameters): string {
  return `${sql} ILIKE ${params.add(like)}::text`;
}

function pattern(text: string, parameter: string): string {
  refuseNull(text, parameter);
  return text.replace(/[\\%_]/g, (char) => `\\${char}`);
}

function holds(sql: string, text: string, parameter: string, params: SqlParameters): string {
  refuseNull(text, parameter);
  return `${sql}::jsonb @> jsonb_build_array(${params.add(text)}::text)`;
}

function refuseNull(text: string, parameter: string): void {
  if (text.includes('\0')) throw refused(`field filter error. null characters are not allowed for ${parameter}`);
}

function isTrue(parameter: string, text: string): boolean {
  const read = readFilterValue('boolean', parameter, text);
  return read !== 'nothing' && read.value === true;
}
