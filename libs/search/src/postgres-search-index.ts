import { Injectable } from '@nestjs/common';
import { kept, type Ctx } from '@pipit/kernel';
import { configOf } from './text-search-configs.js';
import { isFound, queryOfEntry, termsQuery, typedWords, wordsQuery } from './postgres-queries.js';
import { highlightEntries } from './postgres-highlights.js';
import {
  SearchIndex,
  type AddParameter,
  type FindRequest,
  type SearchDocument,
  type SearchHighlight,
  type SearchMatch,
  type SearchRequest,
  type SearchSubject,
  type SubjectDocument,
} from './search-index.js';

/** Postgres weighs words in four classes; these are their weights, D to A, as `ts_rank` takes them. */
const WEIGHTS = "'{0.1, 0.2, 0.4, 1.0}'";
/** Beyond this a tsvector would not fit into its row. */
const MAX_TEXT = 500_000;

/** Text whose words can be found by their looks; beyond it only by what they are. */
const MAX_WORDS = 20_000;

/** Documents of one statement: each may hold a few megabytes of text. */
const BATCH = 50;

/** Default index: Postgres' own full text search, in the database that holds the content. */
@Injectable()
export class PostgresSearchIndex extends SearchIndex {
  async replace(ctx: Ctx, documents: readonly SubjectDocument[]): Promise<void> {
    for (let start = 0; start < documents.length; start += BATCH) {
      await ctx.manager.query(
        kept(`INSERT INTO search_entry (subject_type, subject_id, locale, config, title, body, vector, words)
         SELECT type, id, locale, config, title, body,
                setweight(to_tsvector(config::regconfig, a), 'A') || setweight(to_tsvector(config::regconfig, b), 'B') ||
                setweight(to_tsvector(config::regconfig, c), 'C') || setweight(to_tsvector(config::regconfig, d), 'D'),
                array_to_string(tsvector_to_array(to_tsvector('simple', left(title || ' ' || body, ${MAX_WORDS}))), ' ')
           FROM json_to_recordset($1) AS entry
                (type text, id int, locale text, config text, title text, body text, a text, b text, c text, d text)
         ON CONFLICT (subject_type, subject_id) DO UPDATE SET locale = EXCLUDED.locale, config = EXCLUDED.config,
           title = EXCLUDED.title, body = EXCLUDED.body, vector = EXCLUDED.vector, words = EXCLUDED.words`),
        [JSON.stringify(documents.slice(start, start + BATCH).map(entryOf))],
      );
    }
  }

  async forget(ctx: Ctx, subjects: readonly SearchSubject[]): Promise<void> {
    if (subjects.length === 0) return;
    await ctx.manager.query(
      `DELETE FROM search_entry e USING unnest($1::varchar[], $2::int[]) AS s (type, id)
        WHERE e.subject_type = s.type AND e.subject_id = s.id`,
      [subjects.map(({ type }) => type), subjects.map(({ id }) => id)],
    );
  }

  match({ subject, id, text, operator }: SearchRequest, add: AddParameter): SearchMatch {
    const query = wordsQuery({ text, operator }, add);
    if (!query) return { where: 'FALSE', rank: '(SELECT 0)' };
    const entry = `search_entry e WHERE e.subject_type = ${add(subject)} AND e.subject_id = ${id}`;
    return {
      where: `EXISTS (SELECT 1 FROM ${entry} AND ${isFound(query)})`,
      rank: `(SELECT ts_rank(${WEIGHTS}, e.vector, ${queryOfEntry(query)}) FROM ${entry})`,
    };
  }

  find(request: FindRequest, add: AddParameter): string {
    const columns = 'e.subject_type::text AS type, e.subject_id AS id';
    if (request.approximate) return findAlike(columns, request, add);
    const query = termsQuery(request, add);
    if (!query) return NOTHING;
    const rank = `ts_rank(${WEIGHTS}, e.vector, ${queryOfEntry(query)})`;
    return `SELECT ${columns}, ${rank} AS rank FROM search_entry e WHERE ${isFound(query)}`;
  }

  async highlight(
    ctx: Ctx,
    request: FindRequest,
    subjects: readonly SearchSubject[],
  ): Promise<readonly SearchHighlight[]> {
    return highlightEntries(ctx, request, subjects);
  }
}

const NOTHING = "SELECT ''::text AS type, 0 AS id, 0::real AS rank WHERE FALSE";

/** Every word, or any, has one in the entry that looks like it. */
function findAlike(columns: string, request: FindRequest, add: AddParameter): string {
  const words = typedWords(request).map((word) => `${add(word)}::text`);
  if (words.length === 0) return NOTHING;
  const alike = words.map((word) => `${word} <% e.words`).join(request.operator === 'or' ? ' OR ' : ' AND ');
  const likeness = words
    .map((word) => `word_similarity(${word}, e.words) + word_similarity(${word}, e.title)`)
    .join(' + ');
  return `SELECT ${columns}, (${likeness})::real AS rank FROM search_entry e WHERE ${alike}`;
}

/** The parameters of one subject's entry. */
function entryOf({ subject: { type, id }, document }: SubjectDocument) {
  const [a, b, c, d] = classTexts(document);
  const config = configOf(document.locale);
  const title = storable(document.title);
  return { type, id, locale: document.locale ?? '', config, title, body: bodyOf(document), a, b, c, d };
}

/** The title first, then what counts more than normal, as normal and less. */
function classTexts({ title, parts }: SearchDocument): string[] {
  const textOf = (wanted: (boost: number) => boolean): string =>
    parts
      .filter(({ boost }) => wanted(boost))
      .map(({ text }) => text)
      .join(' ');
  return [title, textOf((boost) => boost > 1), textOf((boost) => boost === 1), textOf((boost) => boost < 1)].map(
    storable,
  );
}

function bodyOf({ parts }: SearchDocument): string {
  return storable(parts.map(({ text }) => text).join('\n'));
}

function storable(text: string): string {
  return text.replaceAll('\0', ' ').slice(0, MAX_TEXT);
}
