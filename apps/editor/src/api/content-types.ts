import type { Schema } from '@pipit/client';
import type { ListDescriptor } from './record-types';

/** The description of content types, from which the editor builds its forms. */
export type SimpleKind =
  | 'char'
  | 'text'
  | 'richText'
  | 'integer'
  | 'float'
  | 'decimal'
  | 'boolean'
  | 'date'
  | 'time'
  | 'datetime'
  | 'duration'
  | 'choice'
  | 'multipleChoice'
  | 'email'
  | 'url'
  | 'slug'
  | 'uuid'
  | 'json'
  | 'image'
  | 'document'
  | 'pageLink'
  | 'snippetLink'
  | 'snippets'
  | 'collection'
  | 'tags'
  | 'childItems'
  | 'stream';
export type BlockOnlyKind =
  'struct' | 'list' | 'rawHtml' | 'blockquote' | 'embed' | 'table' | 'typedTable' | 'static' | 'imageWithAlt';
/** Every kind of field and block. */
export type Kind = SimpleKind | BlockOnlyKind;

export interface Choice {
  value: string;
  label: string;
}
export interface ItemDescriptor {
  label: string;
  fields: Field[];
  tabs?: Tab[];
}
/** Options of all kinds in one shape; which are present depends on the kind. */
export interface FieldOptions {
  maxLength?: number;
  minLength?: number;
  pattern?: string;
  min?: number | string;
  max?: number | string;
  precision?: number;
  scale?: number;
  nullable?: boolean;
  features?: string[];
  choices?: Choice[];
  types?: string[] | null;
  type?: string;
  freeform?: boolean;
  item?: ItemDescriptor | Block;
  blocks?: Block[];
  fields?: Block[];
  columns?: Block[];
  counts?: Record<string, { min?: number; max?: number }>;
  text?: string;
}
/** The server's description of a field, its kind and options told apart. */
export interface Field extends Omit<
  Schema<'FieldDto'>,
  'kind' | 'options' | 'defaultValue' | 'icon' | 'group' | 'description'
> {
  kind: Kind;
  defaultValue: unknown;
  options: FieldOptions;
}
/** A field used inside streams, structs and lists. */
export interface Block extends Field {
  icon: string | null;
  group: string | null;
  description: string;
}
export type Panel =
  | { field: string }
  | { row: string[] }
  | { heading: string; panels: Panel[]; collapsed?: boolean }
  | { help: string }
  | { panel: string; options?: Record<string, unknown> };
export interface Tab {
  name: string;
  panels: Panel[];
}
/** What the person may do with a type. Only creating is always told. */
interface TypePermissions {
  create: boolean;
  view?: boolean;
  edit?: boolean;
  delete?: boolean;
  publish?: boolean;
}
export type ContentTypeSummary = Omit<Schema<'ContentTypeSummaryDto'>, 'can'> & { can: TypePermissions };
/** The server's description, with fields and panels told apart by kind. */
export interface ContentType extends Omit<Schema<'ContentTypeDto'>, 'fields' | 'tabs' | 'schema' | 'can' | 'list'> {
  can: TypePermissions;
  /** How its rows are listed; absent for types which have none. */
  list?: ListDescriptor | null;
  fields: Field[];
  tabs: Tab[];
}
