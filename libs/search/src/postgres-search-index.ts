import { Injectable } from '@nestjs/common';
import { kept, type Ctx } from '@pipit/kernel';
import { configOf, CONFIGS } from './text-search-configs.js';
import {
  SearchIndex,
  type AddParameter,
  type SearchDocument,
  type SearchMatch,
  type SearchRequest,
  type SearchSubject,
  type SubjectDocument,
} from './search-index.js';

/** Postgres weighs words in four classes; these are their weights, D to A, as `ts_rank` takes them. */
const WEIGHTS = "'{0.1, 0.2, 0.4, 1.0}'";
/** Beyond this a tsvector would not fit into its row. */
const MAX_TEXT = 500_000;

/** Documents of one statement: each may hold a few megabytes of text. */
const BATCH = 50;

/** Default index: Postgres' own full text search, in the database that holds the content. */
@Injectable()
export class PostgresSearchIndex extends SearchIndex {
  async replace(ctx: Ctx, documents: readonly SubjectDocument[]): Promise<void> {
    for (let start = 0; start < documents.length; start += BATCH) {
      await ctx.manager.query(
        kept(`INSERT INTO search_entry (subject_type, subject_id, locale, config, title, body, vector)
         SELECT type, id, locale, config, title, body,
                setweight(to_tsvector(config::regconfig, a), 'A') || setweight(to_tsvector(config::regconfig, b), 'B') ||
                setweight(to_tsvector(config::regconfig, c), 'C') || setweight(to_tsvector(config::regconfig, d), 'D')
           FROM json_to_recordset($1) AS entry
                (type text, id int, locale text, config text, title text, body text, a text, b text, c text, d text)
         ON CONFLICT (subject_type, subject_id) DO UPDATE SET locale = EXCLUDED.locale, config = EXCLUDED.config,
           title = EXCLUDED.title, body = EXCLUDED.body, vector = EXCLUDED.vector`),
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
    const words = text
      .split(/\s+/u)
      .filter((word) => word !== '')
      .map((word) => word.slice(0, 200))
      .slice(0, 50);
    if (words.length === 0) return { where: 'FALSE', rank: '(SELECT 0)' };
    const placeholders = words.map((word) => `${add(word)}::text`);
    const wordsFor = (config: string): string =>
      placeholders.map((word) => `phraseto_tsquery('${config}', ${word})`).join(operator === 'or' ? ' || ' : ' && ');
    // One condition per configuration keeps the index of the vector usable.
    const found = CONFIGS.map((config) => `(e.config = '${config}' AND e.vector @@ (${wordsFor(config)}))`).join(
      ' OR ',
    );
    const entry = `search_entry e WHERE e.subject_type = ${add(subject)} AND e.subject_id = ${id}`;
    const query = CONFIGS.map((config) => `WHEN '${config}' THEN ${wordsFor(config)}`).join(' ');
    return {
      where: `EXISTS (SELECT 1 FROM ${entry} AND (${found}))`,
      rank: `(SELECT ts_rank(${WEIGHTS}, e.vector, CASE e.config ${query} END) FROM ${entry})`,
    };
  }
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
