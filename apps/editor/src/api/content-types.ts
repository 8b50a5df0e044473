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
  | 'stream'
  | 'colour'
  | 'geoPoint'
  | 'entityLink'
  | 'entityLinks'
  | 'link'
  | 'embed';
export type BlockOnlyKind =
  'struct' | 'list' | 'rawHtml' | 'blockquote' | 'table' | 'typedTable' | 'static' | 'imageWithAlt' | 'regex';
/** Every kind of field and block. */
export type Kind = SimpleKind | BlockOnlyKind;

/** A test of another value: of a field beside the one that asks, or with `../` of one further out. */
export type ConditionTest =
  | { field: string; is: unknown }
  | { field: string; isNot: unknown }
  | { field: string; in: unknown[] }
  | { field: string; isEmpty: boolean };
/** Tests of other values, joined. */
export type Condition = ConditionTest | { all: Condition[] } | { any: Condition[] } | { not: Condition };

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
  patternMessage?: string;
  rows?: number;
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
  /** Words of a static block; of a link: whether it has a text of its own. */
  text?: string | boolean;
  /** Type of the linked entity. */
  model?: string;
  ordered?: boolean;
  /** Kinds of links that may be made. */
  allow?: string[];
  /** Headings a table may have. */
  headers?: ('neither' | 'row' | 'column' | 'both')[];
  caption?: boolean;
  merge?: boolean;
  align?: boolean;
  minRows?: number;
  maxRows?: number;
  maxColumns?: number;
  swatches?: string[];
  alpha?: boolean;
  /** JSON Schema of a value. */
  schema?: JsonSchema;
  /** Arrangement of a struct's members. */
  panels?: Panel[];
  /** Members of a struct behind its gear button. */
  settings?: string[];
}
/** A JSON Schema 2020-12, as far as the editor reads it. */
export type JsonSchema = Readonly<Record<string, unknown>>;
/** The server's description of a field, its kind and options told apart. */
export interface Field extends Omit<
  Schema<'FieldDto'>,
  'kind' | 'options' | 'defaultValue' | 'previewValue' | 'showWhen' | 'requireWhen' | 'icon' | 'group' | 'description'
> {
  kind: Kind;
  defaultValue: unknown;
  options: FieldOptions;
  previewValue?: unknown;
  /** While this does not hold, the value is hidden and no part of the form. */
  showWhen?: Condition;
  /** While this holds, the value is required before publishing. */
  requireWhen?: Condition;
}
/** A field used inside streams, structs and lists. */
export interface Block extends Field {
  icon: string | null;
  group: string | null;
  description: string;
}
/** What every panel but a plain field may say. */
interface PanelOptions {
  showWhen?: Condition;
}
export type GroupPanel = {
  heading: string;
  panels: Panel[];
  /** Absent: the group cannot be folded. */
  collapsed?: boolean;
  help?: string;
  icon?: string;
} & PanelOptions;
export type HelpPanel = { help: string; tone?: 'info' | 'warning' } & PanelOptions;
/** A panel which a plugin registered in the editor. */
export type PluginPanel = { panel: string; options?: Record<string, unknown> } & PanelOptions;
export type Panel = { field: string } | ({ row: string[] } & PanelOptions) | GroupPanel | HelpPanel | PluginPanel;
export interface Tab {
  name: string;
  panels: Panel[];
}
export type ContentTypeSummary = Schema<'ContentTypeSummaryDto'>;
/** The server's description, with fields and panels told apart by kind. */
export interface ContentType extends Omit<Schema<'ContentTypeDto'>, 'fields' | 'tabs' | 'side' | 'schema' | 'list'> {
  /** How its rows are listed; absent for types which have none. */
  list?: ListDescriptor | null;
  fields: Field[];
  tabs: Tab[];
  /** Panels of the column beside the form. */
  side: Panel[];
}
