import type { Fixture } from './fixture.js';
import { HIDDEN, OF_WRITES, PARAMETERS, type Pair } from './routes/parameters.js';

type Document = {
  readonly paths: Record<string, Record<string, { parameters?: { name: string; in: string; required?: boolean }[] }>>;
};

/** A route that reads, with the parameters its documentation tells of. */
export interface Question {
  readonly path: string;
  readonly names: readonly string[];
}

/** What documents tell of queries, and the parameters that no table knows. */
export function questionsOf(documents: readonly Document[]): { questions: Question[]; unknown: string[] } {
  const unknown = new Set<string>();
  const questions: Question[] = [];
  for (const [path, item] of documents.flatMap(({ paths }) => Object.entries(paths))) {
    for (const [method, { parameters = [] }] of Object.entries(item)) {
      const names = parameters.filter((each) => each.in === 'query').map(({ name }) => name);
      const known = method === 'get' ? Object.keys(PARAMETERS) : OF_WRITES;
      for (const name of names) if (!known.includes(name)) unknown.add(`${name} of ${method.toUpperCase()} ${path}`);
      if (method === 'get' && names.length > 0) questions.push({ path, names });
    }
  }
  return { questions, unknown: [...unknown] };
}

const queryOf = (name: string, value: string): string =>
  value.startsWith('filter') ? value.replace(/=(.*)$/, (_, text: string) => `=${encodeURIComponent(text)}`) : `${name}=${encodeURIComponent(value)}`; // prettier-ignore

/** A pair of queries, with what is left out of both answers before they are compared. */
export interface PairOfQueries extends Pair {
  readonly hitQuery: string;
  readonly missQuery: string;
}

/** All pairs for the parameters of one route. Values that find nothing by themselves stand beside one that does. */
export function pairsOf(names: readonly string[], fixture: Fixture, required: string, path: string): PairOfQueries[] {
  const withRequired = (query: string): string => (required ? `${required}&${query}` : query);
  const own = names.flatMap((name) => {
    const row = PARAMETERS[name];
    // Ids are counted by table: what is no page may be a row that may well be seen.
    if (!row || !('pairs' in row) || (/^(ids?|old_path)$/.test(name) && /records|notices|redirects/.test(path))) return [];
    return row.pairs(fixture).map((pair): PairOfQueries => ({
      ...pair,
      hitQuery: withRequired(queryOf(name, pair.hit)),
      missQuery: withRequired(queryOf(name, pair.miss)),
    }));
  }); // prettier-ignore
  const finder = own.find(({ refused }) => !refused);
  const beside = names.flatMap((name) => {
    const row = PARAMETERS[name];
    if (!row || !('beside' in row) || !finder) return [];
    return row.beside.map((value): PairOfQueries => ({
      ...finder,
      hitQuery: `${finder.hitQuery}&${queryOf(name, value)}`,
      missQuery: `${finder.missQuery}&${queryOf(name, value)}`,
    }));
  }); // prettier-ignore
  return [...own, ...beside];
}

/** An answer without the words that were asked for, however they are written. */
export function without(text: string, { hit, miss, refused = false }: Pair): string {
  const words = [hit, miss].flatMap((word) => [...new Set([word, word.replace(/^.*=/, ''), word.replace(/^-/, '')])]);
  if (refused) words.push(...HIDDEN, 'nothing');
  const forms = words.flatMap((word) => [word, encodeURIComponent(word), word.toLowerCase()]);
  return forms.sort((a, b) => b.length - a.length).reduce((rest, form) => rest.replaceAll(form, '§'), text);
}
