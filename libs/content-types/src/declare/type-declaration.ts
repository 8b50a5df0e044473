import type { ContentNode, FieldKind, NodeOptions } from '../kinds/field-kind.js';

/** What a declared class is. */
export type TypeCategory = 'page' | 'snippet' | 'item';

/** A class, concrete or abstract. */
export type ClassRef = abstract new (...args: never[]) => object;

/** A field of a declared class. */
export interface FieldDeclaration<
  O extends NodeOptions & FieldOptions = NodeOptions & FieldOptions,
> extends ContentNode<O> {
  readonly kind: FieldKind<O>;
}

/** Options only fields of classes have. */
export interface FieldOptions {
  /** `false` hides the field from the content API; a string is its name there. Default: shown under its own name. */
  readonly api?: boolean | string;
  /** May the content API filter and order by it? Default true for columns. */
  readonly filterable?: boolean;
  /** May it do so while searching? Default false: the search index knows the words of a field, not its column. */
  readonly searchFilter?: boolean;
}

/** How a type's fields are arranged in the editor. `F` are the names of its fields. */
export type PanelDeclaration<F extends string = string> =
  | F
  | { readonly row: readonly F[] }
  | {
      readonly heading: string;
      readonly fields: readonly PanelDeclaration<F>[];
      readonly collapsed?: boolean;
    }
  | { readonly help: string };

/** Tabs of the editing form by name. Fields that no tab names follow in the first. */
export type TabsDeclaration<F extends string = string> = Readonly<Record<string, readonly PanelDeclaration<F>[]>>;

/** A value of the content API that is no stored field. */
export interface ComputedApiField {
  readonly name: string;
  readonly source:
    /** A getter or method, with the relations and child items it reads. */
    | { readonly type: 'member'; readonly property: string; readonly loads: readonly string[] }
    /** A rendition of an image field. */
    | { readonly type: 'rendition'; readonly spec: string; readonly imageField: string }
    /** The address behind the first of some fields that holds anything: a page, a document, an address as text. */
    | { readonly type: 'address'; readonly fields: readonly string[] }
    /** The page or snippet a child item belongs to. */
    | { readonly type: 'owner' };
}

/** Where pages of a type may stand and how many there may be. */
export interface TreeRulesDeclaration {
  /** Allowed parents; undefined: any. Thunks, as files import each other. */
  readonly parents?: () => readonly object[];
  /** Allowed children; undefined: any. */
  readonly children?: () => readonly object[];
  readonly maxCount?: number;
  readonly maxCountPerParent?: number;
  /** `false`: made by code only. */
  readonly creatable?: boolean;
  /**
   * Addresses below a page which it answers itself: `tags/`, `tags/:name/`. A part that begins with a colon stands
   * for anything but a slash.
   */
  readonly subpaths?: readonly string[];
}

/** What the content API calls a type and in which order it prints. */
export interface ApiShape {
  /** Printed as `meta.type`; default the type's name. */
  readonly name?: string;
  /** Order of the body's fields; fields not named are left out. Default: all, as declared. */
  readonly fields?: readonly string[];
  /** Base fields printed at the end of `meta`, e.g. `last_published_at`. */
  readonly metaFields?: readonly string[];
}

/** Everything a class said about itself. */
export interface TypeDeclaration {
  /** `<app>.<Class>`, unique among all types. */
  readonly name: string;
  readonly category: TypeCategory;
  readonly target: object;
  readonly label: string;
  readonly labelPlural: string;
  readonly icon: string | null;
  readonly description: string;
  readonly tabs: TabsDeclaration | null;
  readonly rules: TreeRulesDeclaration;
  readonly api: ApiShape;
  /** Field that stands for a row in lists and choosers. */
  readonly titleField: string;
  /** Order of rows in lists: field names, a leading `-` reverses. */
  readonly order: readonly string[];
}
