import { badParameter } from '../list/list-scope.js';
import { PER_PAGE } from '../list/fields-of-list.js';
import type { FilterOperator, RecordFilter, RecordListQuery, RecordSelection } from '../record-source.js';

/** A query string taken apart, or the same as an object in a body. */
export type RawQuery = Readonly<Record<string, unknown>>;

const OPERATORS: ReadonlySet<string> = new Set(['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'in', 'contains', 'empty']);
const MAX_LIMIT = 200;
const MAX_OFFSET = 2_147_483_647;
const MAX_WORDS_LENGTH = 200;
const MAX_IDS = 200;
const MAX_FILTERS = 30;

/** Reads which rows are asked for. Parameters that are none are refused by name; `others` are somebody else's. */
export function selectionOf(raw: RawQuery, others: readonly string[] = []): RecordSelection {
  const filters: RecordFilter[] = [];
  const selection: { q?: string; ids?: string[]; order?: string[] } = {};
  for (const [name, value] of Object.entries(raw)) {
    if (others.includes(name)) continue;
    if (name === 'q') selection.q = text(name, value, MAX_WORDS_LENGTH);
    else if (name === 'ids') selection.ids = idsOf(value);
    else if (name === 'order') selection.order = listed(text(name, value, 500));
    else if (name.startsWith('filter.')) filters.push(filterOf(name, value));
    else throw badParameter(name, 'There is no such parameter.');
  }
  if (filters.length > MAX_FILTERS) throw badParameter('filter', `At most ${MAX_FILTERS} filters.`);
  return { ...selection, filters };
}

/** Reads which part of which rows is asked for. */
export function listQueryOf(raw: RawQuery, perPage: number = PER_PAGE): RecordListQuery {
  return {
    ...selectionOf(raw, ['limit', 'offset']),
    limit: whole('limit', raw['limit'], Math.min(perPage, MAX_LIMIT), MAX_LIMIT),
    offset: whole('offset', raw['offset'], 0, MAX_OFFSET),
  };
}

/** Reads one of a few words. */
export function wordOf<W extends string>(raw: RawQuery, name: string, words: readonly W[], otherwise: W): W {
  const given = raw[name];
  if (given === undefined) return otherwise;
  const found = words.find((word) => word === given);
  if (found === undefined) throw badParameter(name, `It is one of ${words.join(', ')}.`);
  return found;
}

/** Words separated by commas. */
export function listed(value: string): string[] {
  return value.split(',').filter(Boolean);
}

/** Reads a text that is there once. */
export function text(name: string, value: unknown, maxLength: number): string {
  if (typeof value !== 'string') throw badParameter(name, 'It has to be there once.');
  if (value.length > maxLength) throw badParameter(name, `At most ${maxLength} characters.`);
  return value;
}

function idsOf(value: unknown): string[] {
  const ids = Array.isArray(value) ? value.map(String) : listed(text('ids', value, 10_000));
  if (ids.length > MAX_IDS) throw badParameter('ids', `At most ${MAX_IDS} at a time.`);
  return ids;
}

/** `filter.born.gte=1900`. Field names have no dots. */
function filterOf(name: string, value: unknown): RecordFilter {
  const [, field = '', operator = 'eq', ...rest] = name.split('.');
  if (!OPERATORS.has(operator) || rest.length > 0 || field === '') throw badParameter(name, 'There is no such filter.');
  const given = (Array.isArray(value) ? value : [value]).map((each: unknown) => scalar(name, each));
  const values = operator === 'in' ? given.flatMap(listed) : given;
  return { field, operator: operator as FilterOperator, values };
}

/** Bodies may say numbers and yes or no as such. */
function scalar(name: string, value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return text(name, value, 1000 * 10);
}

function whole(name: string, value: unknown, otherwise: number, max: number): number {
  if (value === undefined) return otherwise;
  const given = String(value);
  if (!/^\d{1,10}$/.test(given) || Number(given) > max) throw badParameter(name, `A whole number, at most ${max}.`);
  return Number(given);
}
