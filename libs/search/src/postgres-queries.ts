import { plainWords, queryTerms, type QueryTerm } from './query-words.js';
import { CONFIGS } from './text-search-configs.js';
import type { AddParameter, FindRequest, SearchRequest } from './search-index.js';

/** A query of Postgres for each of its configurations. */
export type QueryByConfig = (config: string) => string;

/** What `search=` of a listing means; null when there are no words. */
export function wordsQuery({ text, operator }: Pick<SearchRequest, 'text' | 'operator'>, add: AddParameter) {
  const placeholders = plainWords(text).map((word) => `${add(word)}::text`);
  if (placeholders.length === 0) return null;
  return (config: string): string =>
    joined(
      placeholders.map((word) => `phraseto_tsquery('${config}', ${word})`),
      operator,
    );
}

/** What people look for in everything; null when there is nothing to find. */
export function termsQuery({ text, operator }: FindRequest, add: AddParameter): QueryByConfig | null {
  const terms = queryTerms(text);
  const wanted = terms.filter(({ excluded }) => !excluded);
  if (wanted.length === 0) return null;
  const wantedSql = wanted.map((term) => termSql(term, add));
  const excludedSql = terms.filter(({ excluded }) => excluded).map((term) => termSql(term, add));
  return (config) => {
    const positive = joined(
      wantedSql.map((sql) => sql(config)),
      operator,
    );
    return [`(${positive})`, ...excludedSql.map((sql) => `!!(${sql(config)})`)].join(' && ');
  };
}

function termSql({ kind, text }: QueryTerm, add: AddParameter): QueryByConfig {
  const whole = `${add(text)}::text`;
  if (kind !== 'prefix') return (config) => `phraseto_tsquery('${config}', ${whole})`;
  // Letters and digits alone, so that there is no syntax in it.
  const beginning = `${add(`${text}:*`)}::text`;
  return (config) => `(phraseto_tsquery('${config}', ${whole}) || to_tsquery('${config}', ${beginning}))`;
}

function joined(queries: readonly string[], operator: 'and' | 'or'): string {
  return queries.join(operator === 'or' ? ' || ' : ' && ');
}

/** SQL of the query that is right for an entry `e`. */
export function queryOfEntry(query: QueryByConfig): string {
  return `(CASE e.config ${CONFIGS.map((config) => `WHEN '${config}' THEN ${query(config)}`).join(' ')} END)`;
}

/** SQL: the entry `e` is found. One condition that its index answers for all languages, then the entry's own. */
export function isFound(query: QueryByConfig): string {
  const any = CONFIGS.map((config) => `(${query(config)})`).join(' || ');
  return `e.vector @@ (${any}) AND e.vector @@ ${queryOfEntry(query)}`;
}

/** Words as they were typed, for comparing their looks. */
export function typedWords({ text }: FindRequest): string[] {
  return queryTerms(text).flatMap(({ text: term, excluded }) =>
    excluded ? [] : (term.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []),
  );
}
