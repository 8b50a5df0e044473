import type { Json } from '../content/json.js';
import type { BlockCounts } from '../kinds/block-counts.js';
import type { Required } from '../kinds/field-kind.js';
import { listKind, type ListOptions } from '../kinds/list-kind.js';
import { streamKind, type StreamOptions } from '../kinds/stream-kind.js';
import { structKind, type MemberFaults, type StructOptions } from '../kinds/struct-kind.js';
import type { PanelDeclaration } from '../declare/type-declaration.js';
import { typedTableKind, type TypedTableOptions } from '../kinds/typed-table-kind.js';
import {
  block,
  named,
  namedAll,
  type Block,
  type Blocks,
  type Stream,
  type StreamItems,
  type ValueOf,
} from './block.js';
import { LazyBlock } from './lazy-block.js';

/** The value of a struct of these members. */
export type StructValue<F extends Blocks> = { readonly [K in keyof F & string]: ValueOf<F[K]> };

/** One item of a list. */
export interface ListItem<V> {
  readonly id: string;
  readonly type: 'item';
  readonly value: V;
}

type NameOf<F extends Blocks> = NoInfer<keyof F & string>;

/** Options of {@link struct}; names are names of its members. */
export interface StructDeclaration<F extends Blocks> extends Omit<
  StructOptions,
  'fields' | 'panels' | 'settings' | 'computed' | 'check' | 'validate' | 'default' | 'previewValue'
> {
  /** How the members are arranged: names, rows and groups. Those no panel names follow below. */
  readonly panels?: readonly PanelDeclaration<NameOf<F>>[];
  /** Members behind the gear button. */
  readonly settings?: readonly NameOf<F>[];
  /** Members of a new value that are not their own defaults. */
  readonly default?: Partial<StructValue<NoInfer<F>>> | (() => Partial<StructValue<NoInfer<F>>>);
  /** An example that the block picker shows: a value, or what makes one. */
  readonly previewValue?: Partial<StructValue<NoInfer<F>>> | (() => Partial<StructValue<NoInfer<F>>>);
  /** Further members the content API prints, made from the value: `{ words: (value) => value.text.split(' ').length }`. */
  readonly computed?: { readonly [name: string]: (value: StructValue<NoInfer<F>>) => Json };
  /**
   * A rule over the whole value, asked when every member is valid: sentences by member, one sentence, or null when
   * nothing is wrong.
   */
  readonly validate?: (value: StructValue<NoInfer<F>>) => MemberFaults<NameOf<F>> | string | null;
}

/**
 * Several values under names. A block of one's own is a struct with what it needs beyond its members:
 * `const quote = struct({ text: longText(), by: text() }, { validate, computed, labelFormat: '{by}' })`.
 */
export function struct<F extends Blocks>(fields: F, options: StructDeclaration<F> = {}): Block<StructValue<F>> {
  const { validate, ...rest } = options;
  const taken = Object.keys(options.computed ?? {}).find((name) => Object.hasOwn(fields, name));
  if (taken) throw new Error(`A struct computes “${taken}”, which is one of its members. Give it another name.`);
  return block(structKind, { required: false, ...rest, check: validate, fields: namedAll(fields) } as never) as never;
}

/** Items of one kind. It may be empty unless `min` or `required` says otherwise. */
export function list<B extends Block>(item: B, options: Omit<ListOptions, 'item'> = {}): Block<ListItem<ValueOf<B>>[]> {
  return block(listKind, { required: needed(options), ...options, item: named('item', item) }) as never;
}

/** What has a least number of items cannot be empty in public. */
function needed({ min = 0 }: { readonly min?: number }): Required {
  return min > 0 ? 'to-publish' : false;
}

/** Options of {@link stream}. */
export interface StreamDeclaration<B extends Blocks> extends Omit<StreamOptions, 'blocks' | 'counts'> {
  /** Bounds for single block types. */
  readonly counts?: { readonly [K in NameOf<B>]?: BlockCounts[string] };
}

/** Items of several kinds; declares a stream field or nests inside one. */
export function stream<B extends Blocks>(blocks: B, options: StreamDeclaration<B> = {}): Stream<B> {
  const made = block<StreamItems<B>, StreamOptions>(streamKind, {
    required: needed(options),
    ...options,
    counts: options.counts as BlockCounts | undefined,
    blocks: namedAll(blocks),
  });
  return { ...made, node: { name: 'stream', kind: streamKind, options: made.options } };
}

/** The value of a table whose columns have kinds. */
export interface TypedTable<C extends Blocks> {
  readonly columns: readonly { readonly type: keyof C & string; readonly heading: string }[];
  readonly rows: readonly { readonly values: readonly ValueOf<C[keyof C & string]>[] }[];
  readonly caption?: string | null;
}

/** A table whose columns have kinds, chosen by editors from `columns`. */
export function typedTable<C extends Blocks>(
  columns: C,
  options: Omit<TypedTableOptions, 'columns'> = {},
): Block<TypedTable<C> | null> {
  return block(typedTableKind, { ...options, columns: namedAll(columns) }) as never;
}

/**
 * A block that is declared elsewhere, looked up when it is first needed: for blocks that hold themselves. Name the
 * type, as it cannot follow from itself:
 * `const reply: Block<Reply> = struct({ text: text(), replies: list(lazy(() => reply)) })`.
 */
export function lazy<V>(target: () => Block<V>): Block<V> {
  return new LazyBlock(target) as Block<V>;
}
