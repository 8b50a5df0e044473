import type { Condition } from '../conditions/condition.js';
import type { JsonObject, JsonSchema } from '../content/json.js';
import type { ContentNode, FieldKind, NodeOptions } from '../kinds/field-kind.js';

/** What a declared class is. `model`: a plain entity that was registered to be managed. */
export type TypeCategory = 'page' | 'snippet' | 'settings' | 'model' | 'item';

/** Whose values settings hold: each site's, or those of the whole installation. */
export type SettingsScope = 'site' | 'global';

/** A field of a declared class. */
export interface FieldDeclaration<
  O extends NodeOptions & FieldOptions = NodeOptions & FieldOptions,
> extends ContentNode<O> {
  readonly kind: FieldKind<O>;
}

/** Options only fields of classes have. */
export interface FieldOptions {
  /** One value among all rows of the type: a unique index, and a field error before it is met. Empty values are free. */
  readonly unique?: boolean;
  /** `false`: translations share the value, which the source locale owns. Default true. */
  readonly localized?: boolean;
  /** The name or names it had before: migrations rename the column, and old revisions are read with it. */
  readonly was?: string | readonly string[];
  /**
   * `false` hides the field from the content API; a string is its name there. Default: shown under its own name, a field
   * with a permission not at all.
   */
  readonly api?: boolean | string;
  /**
   * May the content API filter and order by it? Default true, and false for fields with conditions (`showWhen`, their
   * own or that of a panel): the column keeps what is hidden, and a filter would find it. `true` allows that.
   */
  readonly filterable?: boolean;
  /** May it do so while searching? Default false: the search index knows the words of a field, not its column. */
  readonly searchFilter?: boolean;
}

/** What every panel that is no plain field name may say. */
export interface PanelOptions {
  /** The panel is there only while this holds; the fields in it follow. */
  readonly showWhen?: Condition;
}

/** How a type's fields are arranged in the editor. `F` are the names of its fields. */
export type PanelDeclaration<F extends string = string> =
  | F
  | ({ readonly row: readonly F[] } & PanelOptions)
  | ({
      readonly heading: string;
      readonly fields: readonly PanelDeclaration<F>[];
      /** Left out: the group cannot be folded. */
      readonly collapsed?: boolean;
      readonly help?: string;
      /** Name of a Tabler icon. */
      readonly icon?: string;
    } & PanelOptions)
  | ({ readonly help: string; readonly tone?: 'info' | 'warning' } & PanelOptions)
  /** A panel that a plugin registered in the editor under this name. */
  | ({ readonly panel: string; readonly options?: JsonObject } & PanelOptions);

/** Tabs of the editing form by name. Fields that no tab names follow in the first. */
export type TabsDeclaration<F extends string = string> = Readonly<Record<string, readonly PanelDeclaration<F>[]>>;

/** A value of the content API that is no stored field. */
export interface ComputedApiField {
  readonly name: string;
  readonly source:
    /** A getter or method, with the relations and child items it reads. */
    | {
        readonly type: 'member';
        readonly property: string;
        readonly loads: readonly string[];
        readonly schema?: JsonSchema;
      }
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
  /** How many pages of the type there may be in all. */
  readonly maxCount?: number;
  /** How many there may be below one parent. */
  readonly maxCountPerParent?: number;
  /** `false`: made by code only. */
  readonly creatable?: boolean;
  /**
   * Addresses below a page which it answers itself: `tags/`, `tags/:name/`. A part that begins with a colon stands
   * for anything but a slash.
   */
  readonly subpaths?: readonly string[];
}

/** Who may read new pages of a type: everybody, everybody signed in, members of groups (by name). */
export type DefaultPrivacy = 'public' | 'login' | { readonly groups: readonly string[] };

/** One way to look at a draft: as the page itself, as a card in a list, as an e-mail. */
export interface PreviewMode {
  /** Told to the frontend. */
  readonly name: string;
  /** What editors call it. */
  readonly label: string;
}

/** How the pages below one are listed: by hand, or by a value; a leading `-` reverses. */
export type ChildOrder = 'manual' | `${'' | '-'}${'title' | 'latestRevisionCreatedAt' | 'firstPublishedAt'}`;

/** What page types alone say, beside their place in the tree. */
export interface PageTraits {
  /** Who may read a new page before anybody says otherwise; default everybody. Pages that are there stay as they are. */
  readonly defaultPrivacy?: DefaultPrivacy;
  /** Ways to look at a draft; default one, the page itself. */
  readonly previewModes?: readonly PreviewMode[];
  /** How the editor lists the pages below one of these unless asked otherwise; default by hand. */
  readonly childOrder?: ChildOrder;
  /** Base fields whose values translations share, as those of fields that say `localized: false`; default none. */
  readonly sharedBaseFields?: readonly SharableBaseField[];
}

/** What every page has and its translations may have in common. */
export type SharableBaseField = 'title' | 'seoTitle' | 'searchDescription' | 'showInMenus';

/** What the content API calls a type and in which order it prints. */
export interface ApiShape {
  /** Printed as `meta.type`; default the type's name. */
  readonly name?: string;
  /** Order of the body's fields; fields not named are left out. Default: all, as declared. */
  readonly fields?: readonly string[];
  /**
   * Snippets and settings: readers may ask for them by themselves, at `/api/v2/snippets/<type>/` and
   * `/api/v2/settings/<type>/`. Default false: snippets appear where content points at them, settings nowhere.
   */
  readonly endpoint?: boolean;
  /** Base fields printed at the end of `meta`, e.g. `last_published_at`. */
  readonly metaFields?: readonly string[];
}

/** How rows of a type are listed. `F` are the names of its fields, and of its getters with `@ApiField`. */
export interface ListDeclaration<F extends string = string> {
  /** Columns beside the title. Default: the first three fields of one line. */
  readonly columns?: readonly F[];
  /** Default: choices, yes-or-no values, dates and links. */
  readonly filters?: readonly F[];
  /** Fields the search box looks into. Default: all plain text. */
  readonly search?: readonly F[];
  /** Rows of one page; default 50. */
  readonly perPage?: number;
}

/** Everything a class said about itself. */
export interface TypeDeclaration {
  /** `<app>.<Class>`, unique among all types. */
  readonly name: string;
  /** The name or names it had before. */
  readonly was?: string | readonly string[];
  readonly category: TypeCategory;
  readonly target: object;
  readonly label: string;
  readonly labelPlural: string;
  readonly icon: string | null;
  readonly description: string;
  readonly tabs: TabsDeclaration | null;
  /** Panels of the column beside the form. */
  readonly side: readonly PanelDeclaration[];
  readonly list: ListDeclaration;
  /** Has drafts and revisions beside what is live: pages always, snippets by opting in. */
  readonly drafts: boolean;
  /** Settings only. */
  readonly scope?: SettingsScope;
  readonly rules: TreeRulesDeclaration;
  /** Pages only. */
  readonly traits: PageTraits;
  readonly api: ApiShape;
  /** Field that stands for a row in lists and choosers. */
  readonly titleField: string;
  /** Order of rows in lists: field names, a leading `-` reverses. */
  readonly order: readonly string[];
}
