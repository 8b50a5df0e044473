/** What people look for, taken apart. Nothing in it is ever a fault. */
export interface QueryTerm {
  /** `phrase`: these words, one after the other. `prefix`: words that begin like this. */
  readonly kind: 'word' | 'phrase' | 'prefix';
  readonly text: string;
  /** It may not be there. */
  readonly excluded: boolean;
}

const MAX_TERMS = 50;
const MAX_LENGTH = 200;

/** The words of a listing's `search=`: all alike, quotation marks and signs mean nothing. */
export function plainWords(text: string): string[] {
  return text
    .split(/\s+/u)
    .filter((word) => word !== '')
    .map((word) => word.slice(0, MAX_LENGTH))
    .slice(0, MAX_TERMS);
}

/** `meadow "small bird" -duck pip`: words, phrases in quotation marks, what may not be there; a word may be a beginning. */
export function queryTerms(text: string): QueryTerm[] {
  const parts = [...text.matchAll(/(-?)(?:"([^"]*)"?|([^\s"]+))/gu)];
  return parts
    .flatMap(([, minus, phrase, word]): QueryTerm[] => {
      const excluded = minus === '-';
      const term = (phrase ?? word ?? '').trim().slice(0, MAX_LENGTH);
      if (!/[\p{L}\p{N}]/u.test(term)) return [];
      if (phrase !== undefined) return [{ kind: 'phrase', text: term, excluded }];
      // What is made of several words, as `e-mail` is, is no beginning of one.
      return [{ kind: /^[\p{L}\p{N}]+$/u.test(term) && !excluded ? 'prefix' : 'word', text: term, excluded }];
    })
    .slice(0, MAX_TERMS);
}
