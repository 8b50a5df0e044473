import type { ContentNode, Json, JsonObject } from '@pipit/content-types';
import type { RichTextBlockDifference } from './rich-text.js';
import type { Run } from './words.js';

/** What became of something between two versions. */
export type Status = 'equal' | 'changed' | 'added' | 'removed';

/** How two versions of a value differ, as data. Which members are there depends on `type`. */
export type Difference =
  | ValueDifference
  | { readonly type: 'text'; readonly runs: readonly Run[] }
  | { readonly type: 'richText'; readonly blocks: readonly RichTextBlockDifference[] }
  | GridDifference
  | { readonly type: 'members'; readonly members: readonly MemberDifference[] }
  | { readonly type: 'items'; readonly items: readonly ItemDifference[] };

/** A value that is one thing: a number, a date, a choice, something it points at. */
export interface ValueDifference {
  readonly type: 'value';
  readonly old: Json;
  readonly new: Json;
  /** The same for people: labels of choices, titles of what is pointed at. */
  readonly oldText: string;
  readonly newText: string;
}

/** A table, row by row. */
export interface GridDifference {
  readonly type: 'grid';
  readonly caption: readonly Run[];
  readonly rows: readonly GridRowDifference[];
}

/** A row of a table that stayed, came, went or changed. */
export interface GridRowDifference {
  readonly op: 'equal' | 'insert' | 'delete' | 'change';
  readonly cells: readonly (readonly Run[])[];
}

/** A field, or a member of a struct or row. */
export interface MemberDifference {
  readonly name: string;
  readonly label: string;
  /** Name of its kind; empty for members nobody declares any more. */
  readonly kind: string;
  readonly status: Exclude<Status, 'equal'>;
  readonly difference: Difference;
}

/** A block, a list item or a row, known by its id. */
export interface ItemDifference {
  readonly id: string;
  /** Of streams: the block’s type. */
  readonly block?: string;
  readonly label: string;
  readonly status: Status;
  /** It stands elsewhere among the others. */
  readonly moved: boolean;
  /** Its positions; null where it is not there. */
  readonly from: number | null;
  readonly to: number | null;
  /** Its first words, to know it by. */
  readonly summary: string;
  /** What is different inside, or all of it where it came or went; null for what stayed the same. */
  readonly difference: Difference | null;
}

/** Compares what is inside of what is compared. */
export interface Comparing {
  /** What differs between two versions of a value, undefined where it is not there. */
  difference(node: ContentNode | null, before: Json | undefined, after: Json | undefined): Difference;
  /** What differs between two versions of named values; those that are the same are left out. */
  fields(nodes: readonly ContentNode[], before: JsonObject, after: JsonObject): MemberDifference[];
}
