import type { Ctx } from '@pipit/kernel';

/** Something that can be found. */
export interface SearchSubject {
  /** `page`, `image`, `document` or a snippet's type name. */
  readonly type: string;
  readonly id: number;
}

/** Words with their importance; 1 is normal. */
export interface SearchPart {
  readonly text: string;
  readonly boost: number;
}

/** What the index is told about a subject. */
export interface SearchDocument {
  /** Locale code; null where content has no language. */
  readonly locale: string | null;
  readonly title: string;
  readonly parts: readonly SearchPart[];
}

/** A subject with what the index is told about it. */
export interface SubjectDocument {
  readonly subject: SearchSubject;
  readonly document: SearchDocument;
}

/** What is looked for. */
export interface SearchRequest {
  /** Type of the subjects. */
  readonly subject: string;
  /** SQL of the id of the rows that are narrowed. */
  readonly id: string;
  readonly text: string;
  readonly operator: 'and' | 'or';
}

/** SQL that narrows rows to what was found, and ranks them. */
export interface SearchMatch {
  readonly where: string;
  readonly rank: string;
}

/** What is looked for in everything at once. */
export interface FindRequest {
  /** As people type it: words, beginnings of words, `"phrases"`, `-what may not be there`. */
  readonly text: string;
  readonly operator: 'and' | 'or';
  /** Also words that only look like what was typed; asked for when nothing was found without. */
  readonly approximate: boolean;
}

/** Where words were found: HTML with `<mark>` around them and everything else escaped. */
export interface SearchHighlight {
  readonly title: string;
  /** Pieces of the text; none where only the title has the words. */
  readonly text: readonly string[];
}

/** Takes a value as a parameter of the statement and gives its placeholder. */
export type AddParameter = (value: unknown) => string;

/**
 * Port: full text search. Another engine takes its place by binding this class. It finds; what of that somebody may see
 * is asked of the database by whoever calls it, so an engine elsewhere answers with the ids it found, as parameters.
 */
export abstract class SearchIndex {
  /** Indexes what readers see of some subjects, each named once, in the transaction that changes them. */
  abstract replace(ctx: Ctx, documents: readonly SubjectDocument[]): Promise<void>;
  /** Forgets subjects that readers see no longer. */
  abstract forget(ctx: Ctx, subjects: readonly SearchSubject[]): Promise<void>;
  /** The part of a statement that narrows rows to what is found. Never fails, whatever people type. */
  abstract match(request: SearchRequest, add: AddParameter): SearchMatch | Promise<SearchMatch>;
  /** SQL of rows `(type text, id int, rank real)`: the subjects of all types that are found. Never fails either. */
  abstract find(request: FindRequest, add: AddParameter): string | Promise<string>;
  /** Where the words are in some of the subjects that {@link find} found, in their order. */
  abstract highlight(
    ctx: Ctx,
    request: FindRequest,
    subjects: readonly SearchSubject[],
  ): Promise<readonly SearchHighlight[]>;
}
