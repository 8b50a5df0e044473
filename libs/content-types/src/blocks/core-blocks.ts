import type { Json } from '../content/json.js';
import { listKind, streamKind, structKind, type ListOptions, type StreamOptions } from '../kinds/container-kinds.js';
import type { Choice, NodeOptions } from '../kinds/field-kind.js';
import {
  decimalKind,
  floatKind,
  integerKind,
  type DecimalOptions,
  type IntegerOptions,
  type NumberOptions,
} from '../kinds/number-kinds.js';
import { richTextKind, type RichTextOptions } from '../kinds/rich-text-kind.js';
import {
  booleanKind,
  choiceKind,
  jsonKind,
  multipleChoiceKind,
  staticKind,
  uuidKind,
  type BooleanOptions,
  type ChoiceOptions,
  type JsonOptions,
  type StaticOptions,
} from '../kinds/simple-kinds.js';
import { tableKind, typedTableKind } from '../kinds/table-kinds.js';
import {
  blockquoteKind,
  charKind,
  emailKind,
  embedKind,
  rawHtmlKind,
  slugKind,
  textAreaKind,
  urlKind,
  type TextOptions,
} from '../kinds/text-kinds.js';
import { dateKind, datetimeKind, durationKind, timeKind } from '../kinds/time-kinds.js';
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

/** One line of text. */
export const text = (options: TextOptions = {}) => block<string, TextOptions>(charKind, options);
/** Text of several lines. */
export const longText = (options: TextOptions = {}) => block<string, TextOptions>(textAreaKind, options);
/** An e-mail address. */
export const email = (options: TextOptions = {}) => block<string, TextOptions>(emailKind, options);
/** A web address. */
export const url = (options: TextOptions = {}) => block<string, TextOptions>(urlKind, options);
/** A path segment. */
export const slug = (options: TextOptions = {}) => block<string, TextOptions>(slugKind, options);
/** Formatted text. */
export const richText = (options: RichTextOptions = {}) => block<string, RichTextOptions>(richTextKind, options);
/** HTML of one's own, served as it is. */
export const rawHtml = (options: TextOptions = {}) => block<string, TextOptions>(rawHtmlKind, options);
/** A quotation. */
export const blockquote = (options: TextOptions = {}) => block<string, TextOptions>(blockquoteKind, options);
/** The address of a video, a post or the like. */
export const embed = (options: TextOptions = {}) => block<string, TextOptions>(embedKind, options);
/** A whole number. */
export const integer = (options: IntegerOptions = {}) => block<number | null, IntegerOptions>(integerKind, options);
/** A number with a fraction. */
export const float = (options: NumberOptions = {}) => block<number | null, NumberOptions>(floatKind, options);
/** An exact number, a string in JSON. */
export const decimal = (options: DecimalOptions) => block<string | null, DecimalOptions>(decimalKind, options);
/** Yes or no. */
export const boolean = (options: BooleanOptions = {}) =>
  block<boolean, BooleanOptions>(booleanKind, { required: false, ...options });
/** A day. */
export const date = (options: NodeOptions = {}) => block<string | null, NodeOptions>(dateKind, options);
/** A time of day. */
export const time = (options: NodeOptions = {}) => block<string | null, NodeOptions>(timeKind, options);
/** A moment. */
export const datetime = (options: NodeOptions = {}) => block<string | null, NodeOptions>(datetimeKind, options);
/** A length of time. */
export const duration = (options: NodeOptions = {}) => block<string | null, NodeOptions>(durationKind, options);
/** A UUID. */
export const uuid = (options: NodeOptions = {}) => block<string | null, NodeOptions>(uuidKind, options);
/** JSON of any shape. */
export const json = (options: JsonOptions = {}) => block<Json, JsonOptions>(jsonKind, options);
/** A block without a value. */
export const staticBlock = (options: StaticOptions = {}) =>
  block<null, StaticOptions>(staticKind, { required: false, ...options });
/** A plain table. */
export const table = (options: NodeOptions = {}) => block<Json, NodeOptions>(tableKind, options);

type ChoiceValue<C extends string | Choice> = C extends Choice ? C['value'] : C;

/** One of a fixed set; the value's type is the union of the choices. */
export function choice<const C extends string | Choice>(options: Omit<ChoiceOptions, 'of'> & { of: readonly C[] }) {
  return block<ChoiceValue<C> | '', ChoiceOptions>(choiceKind, options);
}

/** Several of a fixed set. */
export function choices<const C extends string | Choice>(options: Omit<ChoiceOptions, 'of'> & { of: readonly C[] }) {
  return block<ChoiceValue<C>[], ChoiceOptions>(multipleChoiceKind, options);
}

/** Several values under names. */
export function struct<F extends Blocks>(
  fields: F,
  options: NodeOptions = {},
): Block<{ readonly [K in keyof F & string]: ValueOf<F[K]> }> {
  return block(structKind, { required: false, ...options, fields: namedAll(fields) }) as never;
}

/** Items of one kind. */
export function list<B extends Block>(
  item: B,
  options: Omit<ListOptions, 'item'> = {},
): Block<{ readonly id: string; readonly type: 'item'; readonly value: ValueOf<B> }[]> {
  return block(listKind, { ...options, item: named('item', item) }) as never;
}

/** Items of several kinds; declares a stream field or nests inside one. */
export function stream<B extends Blocks>(blocks: B, options: Omit<StreamOptions, 'blocks'> = {}): Stream<B> {
  const made = block<StreamItems<B>, StreamOptions>(streamKind, {
    required: false,
    ...options,
    blocks: namedAll(blocks),
  });
  return { ...made, node: { name: 'stream', kind: streamKind, options: made.options } };
}

/** A table whose columns have kinds, chosen by editors from `columns`. */
export function typedTable(columns: Blocks, options: NodeOptions = {}): Block<Json> {
  return block(typedTableKind, { ...options, columns: namedAll(columns) }) as never;
}
