import { refused } from '../errors.js';
import type { Query } from './query-string.js';

/** What `filter[field][operator]` can ask of a field, with what it asks. */
export const OPERATORS = {
  eq: 'equals it',
  ne: 'does not equal it',
  gt: 'is greater',
  gte: 'is greater or equal',
  lt: 'is less',
  lte: 'is less or equal',
  in: 'equals one of several, separated by commas',
  nin: 'equals none of several',
  contains: 'holds this text, whatever the case; of a list: this value',
  startswith: 'begins with this text, whatever the case',
  null: 'has no value (`true`), or has one (`false`)',
} as const;

/** The name of an operator. */
export type Operator = keyof typeof OPERATORS;

/** One condition as it was asked for. */
export interface FilterClause {
  /** The whole parameter, for messages. */
  readonly parameter: string;
  /** Names of fields: all but the last are relations. */
  readonly path: readonly string[];
  readonly operator: Operator;
  readonly text: string;
}

/** What was asked for: everything in `all`, and everything in at least one of the alternatives. */
export interface Filters {
  readonly all: readonly FilterClause[];
  readonly alternatives: readonly (readonly FilterClause[])[];
}

const PREFIX = 'filter[';
const MAX_CLAUSES = 40;
const MAX_PATH = 4;

/** True for names of parameters that are filters with operators. */
export function isFilterParameter(name: string): boolean {
  return name.startsWith(PREFIX);
}

/**
 * Reads `filter[date][gte]=…` and `filter[or][0][title][contains]=…`: conditions with the same number are one
 * alternative, of which one has to hold.
 */
export function readFilters(query: Query): Filters {
  const all: FilterClause[] = [];
  const alternatives = new Map<string, FilterClause[]>();
  for (const [parameter, text] of query.values) {
    if (!isFilterParameter(parameter)) continue;
    const { group, path, operator } = readParameter(parameter);
    const clause: FilterClause = { parameter, path: readPath(parameter, path), operator, text };
    if (group === null) all.push(clause);
    else alternatives.set(group, [...(alternatives.get(group) ?? []), clause]);
  }
  const count = all.length + [...alternatives.values()].flat().length;
  if (count > MAX_CLAUSES) throw refused(`filter error. there are more than ${MAX_CLAUSES} conditions`);
  return { all, alternatives: [...alternatives.values()] };
}

/** The names a path is made of. */
function readPath(parameter: string, path: string): string[] {
  const names = path.split('.');
  if (names.includes('')) throw refused(`filter error. ${parameter} names no field`);
  if (names.length > MAX_PATH)
    throw refused(`filter error. ${parameter} goes through more than ${MAX_PATH - 1} relations`);
  return names;
}

function readParameter(parameter: string): { group: string | null; path: string; operator: Operator } {
  const parts = [...parameter.matchAll(/\[([^[\]]*)\]/g)].map(([, part]) => part as string);
  const isWhole = parameter === `filter${parts.map((part) => `[${part}]`).join('')}`;
  const [first, second, third, fourth] = parts;
  if (isWhole && parts.length === 2) return { group: null, path: first as string, operator: operatorOf(second) };
  if (isWhole && parts.length === 4 && first === 'or' && /^\d{1,3}$/.test(second as string)) {
    return { group: second as string, path: third as string, operator: operatorOf(fourth) };
  }
  throw refused(
    `filter error. ${parameter} is neither filter[field][operator] nor filter[or][number][field][operator]`,
  );
}

function operatorOf(name = ''): Operator {
  if (Object.hasOwn(OPERATORS, name)) return name as Operator;
  throw refused(`filter error. '${name}' is not an operator (there are ${Object.keys(OPERATORS).join(', ')})`);
}
