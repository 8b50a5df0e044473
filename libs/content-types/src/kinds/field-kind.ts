import type { RichTextFormat } from '../rich-text/formats.js';
import type { ColumnOptions, EntityManager } from 'typeorm';
import type { Condition } from '../conditions/condition.js';
import type { Siblings } from '../conditions/scope.js';
import type { Json, JsonSchema } from '../content/json.js';
import type { SchemaScope } from '../schema/schema-scope.js';

/** Where in a value something sits: object keys and array indexes, from the outside in. */
export type ContentPath = readonly (string | number)[];

/** When a value may be missing: never (`true`), in drafts only (`'to-publish'`), always (`false`). */
export type Required = boolean | 'to-publish';

/** A choice of a fixed set: what is stored and what people see. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Options every field and block has. */
export interface NodeOptions {
  /** What editors see; default: the name in words. */
  readonly label?: string;
  /** One sentence below the control. */
  readonly help?: string;
  /** When a value must be there; default false. Blocks: `'to-publish'`. */
  readonly required?: Required;
  /** Value of a new, untouched field: a value, or what makes one (called on the server for each new value). */
  readonly default?: Json | (() => Json);
  /** Shown in the editor, changed by code only. */
  readonly readOnly?: boolean;
  /**
   * Permission (a name the policy knows) without which the field is neither shown nor accepted. The content API and
   * the search of readers leave the field out unless its `api` says otherwise.
   */
  readonly permission?: string;
  /** Found by search; `boost` 1 is normal. */
  readonly search?: boolean | { readonly boost?: number };
  /**
   * The field is there only while other values beside it say so. A hidden value is not required, cannot be changed,
   * stays stored, and the content API prints it as empty.
   */
  readonly showWhen?: Condition;
  /** Required before publishing while other values beside it say so. */
  readonly requireWhen?: Condition;
  /** A rule of one's own for a value that satisfies all others: a sentence says what is wrong, null that nothing is. */
  readonly validate?: (value: Json) => string | null;
  /** Name of a Tabler icon. */
  readonly icon?: string;
  /** Summary of a collapsed value: `{caption}, {photo}` names members. Default: its first words. */
  readonly labelFormat?: string;
  /** Starts folded in the editor. */
  readonly collapsed?: boolean;
  /** An example that the block picker shows: a value, or what makes one. */
  readonly previewValue?: Json | (() => Json);
  /** Heading in the block picker. */
  readonly group?: string;
  /** One sentence in the block picker. */
  readonly description?: string;
  /** The name or names it had before: `makemigrations` writes what renames it in rows, drafts and revisions. */
  readonly was?: string | readonly string[];
}

/** A place where a value of some kind belongs: a declared field, a block, a member of a struct. */
export interface ContentNode<O extends NodeOptions = NodeOptions> {
  readonly name: string;
  readonly kind: FieldKind<O>;
  readonly options: O;
  /** Only on nodes declared by `lazy(…)`: the options of what it stands for, the same object wherever that is used. */
  readonly repeats?: object;
}

/** A value inside a container, with its place relative to the container. */
export interface ContentChild {
  readonly path: ContentPath;
  readonly node: ContentNode;
  readonly value: Json;
  /** The named values it stands among, which conditions speak of; absent in containers without names. */
  readonly among?: Siblings;
}

/** The largest id a column holds. */
export const MAX_ID = 2_147_483_647;

/** The key of a row: a number, or text for rows whose key is a uuid, text, or a number of more digits than JavaScript holds. */
export type EntityId = number | string;

/** A pointer from content to something else. `id` is the target's identity. */
export interface Reference {
  /** `page`, `image`, `document`, `collection` or a snippet's type name. */
  readonly targetType: string;
  readonly id: EntityId;
}

/** A part of stored content that no declaration knows. */
export interface UnknownPart {
  readonly path: ContentPath;
  readonly what: 'block' | 'member' | 'column';
  /** The block's or column's type, or the member's name. */
  readonly name: string;
}

/** A fault of one value; the path is relative to that value. */
export interface Fault {
  readonly path?: ContentPath;
  readonly code: string;
  readonly message: string;
}

/** How a field's values lie in the database. */
export type FieldStorage =
  | {
      readonly type: 'column';
      readonly column: ColumnOptions;
      /** JSON value to property value, where they differ (dates). */
      readonly toProperty?: (value: Json) => unknown;
      /** Property value to JSON value. */
      readonly toJson?: (value: unknown) => Json;
    }
  | {
      readonly type: 'relation';
      /** The entity the property points at; its JSON value is the target's key. */
      readonly target: () => object;
      readonly onDelete: 'SET NULL' | 'CASCADE' | 'RESTRICT';
      /** Leaves only targets whose column has one of these values. */
      readonly only?: { readonly column: string; readonly values: () => readonly string[] };
    }
  | {
      readonly type: 'manyToMany';
      readonly target: () => object;
      /** Column of the target that JSON values carry; default its key. */
      readonly by?: string;
      /** Ids for JSON values that are no ids; may make missing targets (tags). Needed with `by`. */
      readonly resolve?: (manager: EntityManager, values: readonly Json[]) => Promise<number[]>;
      /** The links keep their order, in a column of the table that joins. */
      readonly ordered?: boolean;
    }
  | { readonly type: 'children'; readonly target: () => object };

/**
 * How a value is put together, for whoever joins two versions of it or shows what differs:
 *
 * - `text`: plain words. `richText`: HTML. `grid`: rows of cells, see {@link FieldKind.grid}. All are one thing when
 *   two people change them.
 * - `members`: an object of named values that stand for themselves.
 * - `items`: an ordered list of objects, each with an `id` of its own that it keeps wherever it goes; their members
 *   stand for themselves.
 */
export type ValueShape = 'text' | 'richText' | 'grid' | 'members' | 'items';

/** A table as words. */
export interface Grid {
  readonly caption: string;
  /** Cells by rows; a heading row counts as one. */
  readonly rows: readonly (readonly string[])[];
}

/**
 * The whole behaviour of one kind of value. Core, media, pages and plugins define kinds through the same door
 * ({@link defineFieldKind}); a block is a kind used without storage of its own.
 */
export interface FieldKind<O extends NodeOptions = NodeOptions> {
  /** As the management API and the editor's registry of controls call it. */
  readonly name: string;
  /** Absent for kinds that exist as blocks only. */
  storage?(options: O): FieldStorage;
  /** The value of an empty field. */
  emptyValue(options: O): Json;
  /** Schema a value is checked with. Containers describe their members through `schemaOf`. */
  jsonSchema(options: O, schemaOf: (node: ContentNode) => JsonSchema): JsonSchema;
  /** Schema for readers, where it says more than a check of one value has to; default `jsonSchema`. */
  fullSchema?(options: O, scope: SchemaScope): JsonSchema;
  /** Schema of what {@link represent} makes of a value; default `fullSchema`. */
  deliveredSchema?(options: O, scope: SchemaScope): JsonSchema;
  /** True when nothing was entered; default: null, '', [] and {} are empty. */
  isEmpty?(value: Json, options: O): boolean;
  /** How values are put together; default: each is one thing. */
  readonly shape?: ValueShape;
  /** A value of the shape `grid` as words. */
  grid?(value: Json, options: O): Grid;
  /** Brings a valid value into the one form that is stored. */
  normalise?(value: Json, options: O): Json;
  /** Faults a schema cannot express. Called with values that satisfy the schema. */
  check?(value: Json, options: O): Fault[];
  /** Faults of a container as a whole. Called with values that are valid, and so are all their members. */
  checkWhole?(value: Json, options: O): Fault[];
  /**
   * The nodes a container is declared with, whatever its value. Rows of child items are left out: they are types of
   * their own. Read through `innerNodes`.
   */
  innerNodes?(options: O): readonly ContentNode[];
  /** Members of a container; values of unknown types are left out and stay untouched. */
  children?(value: Json, options: O): ContentChild[];
  /** Parts of a container's value that nobody declares any more; they stay in storage and are not delivered. */
  unknownParts?(value: Json, options: O): UnknownPart[];
  /** Of containers with names: the nodes that stand beside each other in it, which conditions may speak of. */
  siblings?(options: O): Omit<Siblings, 'values'>;
  /** The types it may point at, where its declaration names them; the start fails for those nobody registered. */
  linksTo?(options: O): { readonly category: 'page' | 'snippet'; readonly types: readonly object[] };
  /** What it points at has to exist when it is written. Relations are checked anyway. */
  readonly checksTargets?: boolean;
  /** What this value (not its members) points at. */
  references?(value: Json, options: O): Reference[];
  /** Words for the search index, of this value alone. */
  searchText?(value: Json, options: O): string;
  /** `options` of the management API's field descriptor. */
  describeOptions?(options: O, describe: (node: ContentNode) => FieldDescriptor): Record<string, unknown>;
  /** The value in the content API, where it differs from the stored one. */
  represent?(value: Json, options: O, represent: Representer): Json;
}

/** What {@link FieldKind.represent} may ask: everything a value points at was loaded beforehand. */
export interface Representer {
  /** The form of all rich text of the answer; null or absent: as each field says. */
  readonly richText?: RichTextFormat | null;
  /** Represents a member; `among` are the named values it stands among. */
  child(node: ContentNode, value: Json, among?: Siblings): Json;
  /** True when the target exists at all. */
  exists(reference: Reference): boolean;
  /** A loaded target's representation by a provider such as media's renditions; null when there is none. */
  lookup(provider: string, id: number, argument?: string): Json;
}

/** A field or block as the editor learns of it. */
export interface FieldDescriptor {
  readonly name: string;
  readonly kind: string;
  readonly label: string;
  readonly help: string;
  readonly required: Required;
  readonly readOnly: boolean;
  readonly defaultValue: Json;
  readonly options: Record<string, unknown>;
  /** While this does not hold, the value is hidden and no part of the form. */
  readonly showWhen?: Condition;
  /** While this holds, the value is required before publishing. */
  readonly requireWhen?: Condition;
  /** Fields only: one value among all rows of the type. */
  readonly unique?: boolean;
  /**
   * Blocks only: this block is the one that many containers further out again, 1 being the container it stands in.
   * Its `options` are empty here and are those of that container.
   */
  readonly repeats?: number;
  /** Fields only: `false` when translations share the value. */
  readonly localized?: boolean;
  readonly labelFormat?: string;
  readonly collapsed?: boolean;
  readonly previewValue?: Json;
  /** Blocks only. */
  readonly icon?: string | null;
  readonly group?: string | null;
  readonly description?: string;
}

/** Declares a kind; the identity function with types. */
export function defineFieldKind<O extends NodeOptions>(kind: FieldKind<O>): FieldKind<O> {
  return kind;
}

/** The value of a new, untouched field. */
export function defaultOf(node: ContentNode): Json {
  const declared = node.options.default;
  if (declared === undefined) return node.kind.emptyValue(node.options);
  return typeof declared === 'function' ? declared() : declared;
}

/** True when nothing was entered. */
export function isEmptyValue(node: ContentNode, value: Json | undefined): boolean {
  if (value === undefined || value === null) return true;
  if (node.kind.isEmpty) return node.kind.isEmpty(value, node.options);
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.length === 0;
  return false;
}
