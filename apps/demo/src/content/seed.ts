/** The locales of the demo site; English owns the tree, German translates part of it. */
export type DemoLocale = 'en' | 'de';

export type RefKind = 'page' | 'image' | 'document' | 'person' | 'category' | 'collection';

/** Points at another seed by its symbolic key; the loader puts the id in its place. */
export class Ref {
  constructor(
    readonly kind: RefKind,
    readonly key: string,
  ) {}
}

/** One block of a stream; the loader gives it its id. */
export class BlockSeed {
  constructor(
    readonly type: string,
    readonly value: SeedValue,
  ) {}
}

/** The items of a list block, which are stored with ids of their own. */
export class ListSeed {
  constructor(readonly items: SeedValue[]) {}
}

/** Ordered rows of a page, which have ids as well. */
export class RowsSeed {
  constructor(readonly rows: SeedFields[]) {}
}

/** A value as the content modules write it: JSON, with references and blocks by name. */
export type SeedValue =
  | string
  | number
  | boolean
  | null
  | Ref
  | BlockSeed
  | ListSeed
  | RowsSeed
  | SeedValue[]
  | { [name: string]: SeedValue };

export type SeedFields = Record<string, SeedValue>;

export const page = (key: string): Ref => new Ref('page', key);
export const image = (key: string): Ref => new Ref('image', key);
export const document = (key: string): Ref => new Ref('document', key);
export const person = (key: string): Ref => new Ref('person', key);
export const category = (key: string): Ref => new Ref('category', key);
export const collection = (key: string): Ref => new Ref('collection', key);
export const block = (type: string, value: SeedValue): BlockSeed => new BlockSeed(type, value);
export const list = (...items: SeedValue[]): ListSeed => new ListSeed(items);
export const rows = (...items: SeedFields[]): RowsSeed => new RowsSeed(items);

/**
 * Rich text refers to other content by name as well: `<a linktype="page" id="@page:visit">`.
 * This is what the loader looks for.
 */
export const RICH_TEXT_REF = /"@(page|image|document|person|category|collection):([a-z0-9-]+)"/g;

/** What a page says in one language. */
export interface PageText {
  title: string;
  slug: string;
  seoTitle?: string;
  searchDescription?: string;
  fields: SeedFields;
}

/**
 * How far a page has come:
 * `live` is published, `draft` never was, `changed` is published and has a newer draft.
 */
export type SeedState = { is: 'live' } | { is: 'draft' } | { is: 'changed'; draft: SeedFields & { title?: string } };

/** One page of the demo site with its translations. */
export interface PageSeed {
  key: string;
  type: string;
  /** Key of the page above; null for the home page. */
  parent: string | null;
  inMenus?: boolean;
  state?: SeedState;
  /** Earlier texts, oldest first: each was saved and published before the present one, so that history has something to show. */
  earlier?: SeedFields[];
  /** Values that are the same in each language. */
  shared?: SeedFields;
  en: PageText;
  de?: PageText;
}

export interface PictureSeed {
  key: string;
  title: string;
  alt: string;
  /** Widest side of the uploaded file in pixels. */
  width: number;
  format: 'jpeg' | 'png' | 'webp';
  collection: string;
  tags: string[];
}

export interface DocumentSeed {
  key: string;
  title: string;
  fileName: string;
  collection: string;
  /** Makes the file's bytes. */
  render: () => Uint8Array;
}

export interface CollectionSeed {
  key: string;
  name: string;
}

export interface SnippetSeed {
  key: string;
  fields: SeedFields;
}

/** A snippet of a type with drafts, and how far it has come; see {@link SeedState}. */
export type DraftedSnippetSeed = SnippetSeed & ({ is: 'live' | 'draft' } | { is: 'changed'; draft: SeedFields });
