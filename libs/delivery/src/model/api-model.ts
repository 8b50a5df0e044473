import type { ApiRequest } from '../represent/api-request.js';
import type { FieldSchema } from '../schema/field-schema.js';
import type { Selection } from './selection.js';

/** A value of a row under a name of its own. */
export interface Column {
  readonly key: string;
  readonly sql: string;
  /** Inside JSON it reads the same: text, small numbers, booleans. */
  readonly isPlain?: boolean;
}

/** A row as the reader hands it over: numbers and booleans as such, everything else as Postgres writes it. */
export type Row = Readonly<Record<string, unknown>>;

/** Leaves the field out of an answer. */
export const LEFT_OUT = Symbol('left out');

/** Prints one field of many rows at once, so that whatever they point at is read together. */
export type Printer = (
  rows: readonly Row[],
  request: ApiRequest,
  nested: Selection | null,
) => readonly unknown[] | Promise<readonly unknown[]>;

/** How values of a column are written in a filter. */
export type ColumnKind =
  | 'id' | 'integer' | 'boolean' | 'text' | 'date' | 'time' | 'datetime' | 'duration' | 'decimal' | 'float' | 'uuid'
  | 'json' | 'relation' | 'bigint' | 'locale'; // prettier-ignore

/** How the keys of a model's rows are written. */
export type KeyKind = 'id' | 'bigint' | 'uuid' | 'text';

/** A field that may be filtered and ordered by. */
export type FilterColumn = StoredColumn | RelatedRows;

/** A column of the row itself. */
export interface StoredColumn {
  readonly type: 'column';
  readonly kind: ColumnKind;
  readonly sql: string;
  /** The column's own name, which a refusal during a search gives. */
  readonly attribute: string;
  /** The search index knows it, so that searches may be narrowed by it. */
  readonly indexed: boolean;
  /** What is printed is made of it: filters with operators may only ask whether it holds anything. */
  readonly isOpaque?: boolean;
}

/** Rows of another table. */
export interface RelatedRows {
  readonly type: 'related';
  /** Tags are compared by name and may be several, all others by their key. */
  readonly by: KeyKind | 'tag';
  /** SQL that is true when there is a related row for whose key, or name, `condition` holds. */
  matching(condition: (key: string) => string): string;
  /** The smallest related value, for ordering. */
  readonly smallest: string;
  readonly attribute: string;
}

/** One field of a model in the content API. */
export interface ApiField {
  readonly name: string;
  readonly reads: readonly Column[];
  readonly print: Printer;
  /** Schema of what is printed. */
  readonly schema: FieldSchema;
  readonly filter?: FilterColumn;
  /** Present where it usually prints the object whose id is in a column: as it is chosen, or as pages are linked. */
  readonly follows?: { readonly column: Column; readonly as: 'nested' | 'parent' };
  /** Present on relations: what `name(…)` chooses from. */
  readonly related?: Related;
  /** What `include=` shows whole, where `name(…)` chooses nothing. */
  readonly included?: () => ApiModel;
}

/** The other side of a relation. */
export interface Related {
  readonly model: () => ApiModel;
  /** Child rows show all their fields unless told otherwise. */
  readonly inline: boolean;
}

/** A table, the name its rows have in statements, and the SQL that joins what else is known of them. */
export interface SourceParts {
  readonly table: string;
  readonly as: string;
  readonly content: string;
}

/** Where the rows of a model are. */
export interface RowSource {
  /** SQL after FROM. */
  readonly from: string;
  /** The same in two, where content is joined to rows that each have it once; null where nothing is joined. */
  readonly parts: SourceParts | null;
  /** The table whose objects they are, as changes of them are told. */
  readonly subject: string;
  readonly id: string;
  readonly key: KeyKind;
  readonly order: string;
  /** True of rows a reference may show to anybody. */
  readonly isPublic: string | null;
  /** True of rows that are not thrown away; null where nothing can be. */
  readonly isKept: string | null;
}

/** Something the content API can print: a page type, images, a snippet type, child rows. */
export interface ApiModel {
  /** Printed as `meta.type`, unless rows know better. */
  readonly name: string;
  readonly source: RowSource;
  readonly endpoint: string | null;
  readonly meta: readonly ApiField[];
  /** Begins with `id`. */
  readonly body: readonly ApiField[];
  readonly listed: ReadonlySet<string>;
  readonly nested: ReadonlySet<string>;
  /** What a detail view leaves out unless asked for. */
  readonly hidden: ReadonlySet<string>;
  /** Fields only detail views have. */
  readonly detailOnly: ReadonlySet<string>;
  /** Fields Wagtail does not have: printed where they are named, and not by `fields=*`. */
  readonly onRequest: ReadonlySet<string>;
  /** Of the search index; null when it is not in it. */
  readonly searchSubject: string | null;
  /** Models of what rows of this one may be besides: every page is of some type. */
  readonly variants?: () => readonly ApiModel[];
  /** Its rows are images, of which renditions may be asked for. */
  readonly isImage?: boolean;
}

/** All fields, body first, as the choice by `fields=` knows them. */
export function allFields(model: ApiModel): ApiField[] {
  const names = new Set<string>();
  return [...model.body, ...model.meta].filter(({ name }) => !names.has(name) && names.add(name));
}

/** The field of that name. */
export function fieldOf(model: ApiModel, name: string): ApiField | undefined {
  return allFields(model).find((field) => field.name === name);
}

/** What messages call a model: the part of its name after the dot. */
export function shortName({ name }: ApiModel): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
