import type { RecordMatch } from '../../api';

type Plain = string | number | boolean;
/**
 * What the address of a list says: words, order, and one part for each filter, as in `?q=tea&filter.price.gte=3`.
 * Shareable, and back returns to it.
 */
export interface RecordSearch {
  q?: string;
  order?: string;
  [filter: `filter.${string}`]: Plain;
}
const isPlain = (value: unknown): value is Plain =>
  (typeof value === 'string' && value !== '') || typeof value === 'number' || typeof value === 'boolean';

/** Numbers and yes-or-no stand in the address without quotes. */
function plainOf(text: string): Plain {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^-?\d+(\.\d+)?$/.test(text) && String(Number(text)) === text ? Number(text) : text;
}

/** Reads the search part of an address; what makes no sense is left out. */
export function readRecordSearch(search: Record<string, unknown>): RecordSearch {
  const found: RecordSearch = {};
  if (isPlain(search.q)) found.q = String(search.q);
  if (typeof search.order === 'string' && search.order) found.order = search.order;
  for (const [name, value] of Object.entries(search))
    if (/^filter\.[^.]+(\.[a-z]+)?$/.test(name) && isPlain(value)) found[name as `filter.${string}`] = value;
  return found;
}

/** What the list asks the server for. */
export function matchOf(search: RecordSearch): RecordMatch {
  const filters = Object.fromEntries(
    Object.entries(search)
      .filter(([name]) => name.startsWith('filter.'))
      .map(([name, value]) => [name.slice('filter.'.length), String(value)]),
  );
  return {
    ...(search.q ? { q: search.q } : {}),
    ...(search.order ? { order: search.order } : {}),
    ...(Object.keys(filters).length ? { filters } : {}),
  };
}

/** The address of a match. */
export function searchOf({ q, order, filters = {} }: RecordMatch): RecordSearch {
  return {
    ...(q ? { q } : {}),
    ...(order ? { order } : {}),
    ...Object.fromEntries(
      Object.entries(filters)
        .filter(([, value]) => value !== '')
        .map(([name, value]) => [`filter.${name}`, plainOf(value)]),
    ),
  };
}

/** The parts of one field's filter by operator; `eq` is the one without a name. */
export function partsOf(filters: Record<string, string> | undefined, field: string): Record<string, string> {
  const parts: Record<string, string> = {};
  for (const [name, value] of Object.entries(filters ?? {})) {
    const [of, operator = 'eq'] = name.split('.');
    if (of === field) parts[operator] = value;
  }
  return parts;
}

/** The filters with those of one field replaced. */
export function withParts(
  filters: Record<string, string> | undefined,
  field: string,
  parts: Record<string, string>,
): Record<string, string> {
  const others = Object.entries(filters ?? {}).filter(([name]) => name.split('.')[0] !== field);
  const own = Object.entries(parts)
    .filter(([, value]) => value !== '')
    .map(([operator, value]) => [operator === 'eq' ? field : `${field}.${operator}`, value] as const);
  return Object.fromEntries([...others, ...own]);
}

/** The next order when the head of a column is pressed: up, down, and back to the usual one. */
export function nextOrder(order: string | undefined, column: string): string | undefined {
  if (order === column) return `-${column}`;
  return order === `-${column}` ? undefined : column;
}
