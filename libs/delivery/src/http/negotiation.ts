import type { Query } from '../grammar/query-string.js';

/** What a client takes: JSON with that many spaces per level, or nothing we have. */
export type Negotiated = { readonly indent: number | null } | 'no such format' | 'nothing acceptable';

const JSON_RANGES = new Set(['*/*', 'application/*', 'application/json']);
/** Browsers ask for HTML; they are shown JSON, which they can show too. */
const HTML_RANGES = new Set(['text/*', 'text/html']);
const MAX_INDENT = 8;

/** Chooses by `format=`, then by the Accept header, whose `indent` parameter is honoured. */
export function negotiate(query: Query, accept: string | undefined): Negotiated {
  const format = query.get('format') ?? '';
  if (format !== '' && format !== 'json') return 'no such format';
  const ranges = (accept ?? '*/*').split(',').map(readRange);
  const json = ranges.filter(({ type }) => JSON_RANGES.has(type));
  if (json.length === 0 && !ranges.some(({ type }) => HTML_RANGES.has(type))) return 'nothing acceptable';
  const indent = json.find(({ type }) => type === 'application/json')?.parameters.get('indent');
  return { indent: indent !== undefined && /^\d+$/.test(indent) ? Math.min(Number(indent), MAX_INDENT) : null };
}

function readRange(text: string): { type: string; parameters: ReadonlyMap<string, string> } {
  const [type = '', ...rest] = text.split(';').map((part) => part.trim());
  const parameters = rest.map((part) => part.split('=', 2) as [string, string]);
  return { type: type.toLowerCase(), parameters: new Map(parameters) };
}
