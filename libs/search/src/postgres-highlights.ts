import type { Ctx } from '@pipit/kernel';
import { queryOfEntry, termsQuery, typedWords } from './postgres-queries.js';
import type { FindRequest, SearchHighlight, SearchSubject } from './search-index.js';

/** Stand around what was found until the text is escaped; nobody types them. */
const BEGIN = '\u{E000}';
const END = '\u{E001}';
const GAP = '\u{E002}';
const OPTIONS = `StartSel=${BEGIN}, StopSel=${END}, MaxFragments=2, MinWords=8, MaxWords=24, FragmentDelimiter=${GAP}`;
const TITLE_OPTIONS = `StartSel=${BEGIN}, StopSel=${END}, HighlightAll=true`;
/** Text that is looked through. */
const MAX_BODY = 20_000;

interface Entry {
  readonly type: string;
  readonly id: number;
  readonly title: string;
  readonly text: string;
}

/** Where words were found in some entries, in their order. */
export async function highlightEntries(
  ctx: Ctx,
  request: FindRequest,
  subjects: readonly SearchSubject[],
): Promise<SearchHighlight[]> {
  if (subjects.length === 0) return [];
  const values: unknown[] = [subjects.map(({ type }) => type), subjects.map(({ id }) => id)];
  const query = request.approximate ? alikeQuery(request, values) : exactQuery(request, values);
  const headline = (text: string, options: string): string =>
    `ts_headline(e.config::regconfig, ${text}, q.query, '${options}')`;
  const rows: Entry[] = await ctx.manager.query(
    `SELECT e.subject_type AS type, e.subject_id AS id, ${headline('e.title', TITLE_OPTIONS)} AS title,
            ${headline(`left(e.body, ${MAX_BODY})`, OPTIONS)} AS text
       FROM search_entry e JOIN unnest($1::varchar[], $2::int[]) AS s (type, id)
         ON e.subject_type = s.type AND e.subject_id = s.id
       CROSS JOIN LATERAL (SELECT ${query} AS query) q`,
    values,
  );
  const found = new Map(rows.map((row) => [`${row.type} ${row.id}`, row]));
  return subjects.map(({ type, id }) => asHtml(found.get(`${type} ${id}`)));
}

function exactQuery(request: FindRequest, values: unknown[]): string {
  const query = termsQuery(request, (value) => `$${values.push(value)}`);
  return query ? queryOfEntry(query) : `''::tsquery`;
}

/** The words of each entry that look most like what was typed. */
function alikeQuery(request: FindRequest, values: unknown[]): string {
  const words = `$${values.push(typedWords(request))}::text[]`;
  return `coalesce((SELECT string_agg(quote_literal(best.word), ' | ')::tsquery FROM unnest(${words}) AS typed
    CROSS JOIN LATERAL (SELECT w AS word FROM unnest(string_to_array(e.words, ' ')) AS w
      ORDER BY similarity(w, typed) DESC, w LIMIT 1) best), ''::tsquery)`;
}

function asHtml(entry: Entry | undefined): SearchHighlight {
  if (!entry) return { title: '', text: [] };
  const pieces = entry.text.split(GAP).filter((piece) => piece.includes(BEGIN));
  return { title: marked(entry.title), text: pieces.map(marked) };
}

function marked(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll(BEGIN, '<mark>')
    .replaceAll(END, '</mark>')
    .trim();
}
