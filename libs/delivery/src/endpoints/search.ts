import type { ContentType } from '@pipit/content-types';
import type { SearchIndex, SearchSubject } from '@pipit/search';
import { missing, refused } from '../errors.js';
import { readPage, requireCountable } from '../grammar/paging.js';
import type { Query } from '../grammar/query-string.js';
import type { ApiModel, Row } from '../model/api-model.js';
import { select, type Place } from '../model/selection.js';
import { readSite } from '../query/page-scope.js';
import { readOperator } from '../query/search-filter.js';
import { SqlParameters } from '../query/sql-parameters.js';
import type { ApiRequest } from '../represent/api-request.js';
import { PRESENTATION_PARAMETERS } from '../represent/presentation.js';
import { searchScope, visibleSql, type SearchScope } from './search-scope.js';
import { refuseOthers, type Summary } from './summary.js';

const PARAMETERS = ['search', 'search_operator', 'type', 'locale', 'site', 'limit', 'offset'];
/** Longer texts are no search. */
const MAX_LENGTH = 1000;

interface Found {
  readonly rows: readonly Row[];
  readonly counts: readonly Row[];
  readonly total: number;
}

/** Searches everything that readers may see, of all types at once, with the words in their context and counts by type. */
export function searchEverything(index: SearchIndex, snippets: readonly ContentType[]): Summary {
  return async (query, request) => {
    refuseOthers(query, [...PARAMETERS, ...PRESENTATION_PARAMETERS.filter((name) => name !== 'include')]);
    if (!request.options.searchEnabled) throw refused('search is disabled');
    request.visibility.site = readSite(query, request.sites, request.site);
    const scope = searchScope(query, request, snippets, await localeOf(query, request));
    const text = textOf(query);
    const asked = { text, operator: readOperator(query) };
    const part = readPage(query.values, request.options.maxLimit);
    requireCountable(part);
    const find = async (approximate: boolean): Promise<Found> => {
      const params = new SqlParameters();
      const found = await index.find({ ...asked, approximate }, (value) => params.add(value));
      return read(visibleSql(found, scope, params, request), params, part, request);
    };
    const exact = await find(false);
    const approximate = exact.total === 0 && text.trim() !== '';
    const { rows, counts, total } = approximate ? await find(true) : exact;
    const subjects = rows.map((row) => ({ type: String(row['type']), id: row['id'] as number }));
    const [objects, highlights] = await Promise.all([
      printFound(subjects, request),
      index.highlight(request.ctx, { ...asked, approximate }, subjects),
    ]);
    return {
      meta: { total_count: total, approximate: approximate && total > 0 },
      facets: facetsOf(counts, scope),
      items: objects.map((object, at) => ({ ...object, highlight: highlights[at] ?? { title: '', text: [] } })),
    };
  };
}

function textOf(query: Query): string {
  const text = query.get('search') ?? '';
  if (text.includes('\0')) throw refused('null characters are not allowed for search');
  if (text.length > MAX_LENGTH) throw refused(`search is longer than ${MAX_LENGTH} characters`);
  return text;
}

async function localeOf(query: Query, { reader }: ApiRequest): Promise<number | null> {
  const code = query.get('locale');
  if (code === undefined) return null;
  const [locale] = await reader.rows('SELECT id FROM locale WHERE code = $1', [code]);
  if (!locale) throw missing('No Locale matches the given query.');
  return locale['id'] as number;
}

async function read(
  visible: string,
  params: SqlParameters,
  { limit, offset }: { readonly limit: number; readonly offset: bigint },
  { reader }: ApiRequest,
): Promise<Found> {
  const counted = params.fork();
  const window = `LIMIT ${params.add(limit)} OFFSET ${params.add(String(offset))}`;
  const [rows, counts] = await Promise.all([
    reader.rows(`${visible} SELECT type, id FROM visible ORDER BY rank DESC, type, id ${window}`, params.values, ONCE),
    reader.rows(
      `${visible} SELECT v.kind, l.code AS locale, grouping(v.kind, l.code) AS level, count(*)::int AS count
         FROM visible v LEFT JOIN locale l ON l.id = v.locale_id GROUP BY GROUPING SETS ((), (v.kind), (l.code))`,
      counted.values,
      ONCE,
    ),
  ]);
  const total = counts.find((row) => row['level'] === NEITHER)?.['count'] ?? 0;
  return { rows, counts, total: total as number };
}

/** The text of the statement follows the words. */
const ONCE = { repeats: false };

/** What `grouping(kind, locale)` says of counts of everything, by kind, by language. */
const NEITHER = 3;
const BY_KIND = 1;
const BY_LOCALE = 2;

function facetsOf(counts: readonly Row[], { nameOf }: SearchScope) {
  const by = (level: number, column: string, name: (value: string) => string) =>
    counts
      .filter((row) => row['level'] === level && row[column] !== null)
      .map((row) => ({ value: name(String(row[column])), count: row['count'] as number }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  return { type: by(BY_KIND, 'kind', nameOf), locale: by(BY_LOCALE, 'locale', (code) => code) };
}

/** Snippets show in listings no more than their ids. */
function placeOf({ listed }: ApiModel): Place {
  return listed.has('title') ? 'listing' : 'detail';
}

/** The objects as listings show them, in the order they were found in. */
async function printFound(subjects: readonly SearchSubject[], request: ApiRequest): Promise<object[]> {
  const printed = new Map<string, unknown>();
  await Promise.all(
    [...new Set(subjects.map(({ type }) => type))].map(async (type) => {
      const model = request.models.ofTarget(type) as ApiModel;
      const ids = subjects.flatMap((subject) => (subject.type === type ? [subject.id] : []));
      const objects = await request.printReferred(select(model, [], placeOf(model), request.presentation), ids);
      ids.forEach((id, at) => printed.set(`${type} ${id}`, objects[at]));
    }),
  );
  return subjects.flatMap(({ type, id }) => (printed.get(`${type} ${id}`) as object | null) ?? []);
}
