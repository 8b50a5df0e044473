import type { Json } from '../content/json.js';
import { embedKind, type EmbedOptions } from '../kinds/embed-kind.js';
import { colourKind, type ColourOptions } from '../kinds/colour-kind.js';
import {
  entityLinkKind,
  entityLinksKind,
  type EntityLinkOptions,
  type EntityLinksOptions,
} from '../kinds/entity-link-kinds.js';
import { geoPointKind, type GeoPoint } from '../kinds/geo-point-kind.js';
import { linkKind, type LinkOptions, type LinkValue } from '../kinds/link-kind.js';
import type { Choice, EntityId, NodeOptions } from '../kinds/field-kind.js';
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
import { tableKind, type Table, type TableOptions } from '../kinds/table-kind.js';
import {
  blockquoteKind,
  charKind,
  emailKind,
  rawHtmlKind,
  regexKind,
  slugKind,
  textAreaKind,
  urlKind,
  type RegexOptions,
  type TextOptions,
} from '../kinds/text-kinds.js';
import { dateKind, datetimeKind, durationKind, timeKind, type MomentOptions } from '../kinds/time-kinds.js';
import { block, type Block, type Typed } from './block.js';

/** One line of text. */
export const text = (options: Typed<TextOptions, string> = {}) => block<string, TextOptions>(charKind, options);
/** Text of several lines. */
export const longText = (options: Typed<TextOptions, string> = {}) => block<string, TextOptions>(textAreaKind, options);
/** An e-mail address. */
export const email = (options: Typed<TextOptions, string> = {}) => block<string, TextOptions>(emailKind, options);
/** One line of text of a form of its own: `regex({ pattern: '[A-Z]{2}', message: 'Two capital letters.' })`. */
export const regex = ({ pattern, message, ...options }: Typed<RegexOptions, string>) =>
  block<string, TextOptions>(regexKind, { ...options, pattern, patternMessage: message });
/** A web address. */
export const url = (options: Typed<TextOptions, string> = {}) => block<string, TextOptions>(urlKind, options);
/** A path segment. */
export const slug = (options: Typed<TextOptions, string> = {}) => block<string, TextOptions>(slugKind, options);
/** Formatted text. */
export const richText = (options: Typed<RichTextOptions, string> = {}) =>
  block<string, RichTextOptions>(richTextKind, options);
/** HTML of one's own, served as it is. */
export const rawHtml = (options: Typed<TextOptions, string> = {}) => block<string, TextOptions>(rawHtmlKind, options);
/** A quotation. */
export const blockquote = (options: Typed<TextOptions, string> = {}) =>
  block<string, TextOptions>(blockquoteKind, options);
/** The address of a video, a post or the like. */
export const embed = (options: Typed<EmbedOptions, string> = {}) => block<string, EmbedOptions>(embedKind, options);
/** A whole number. */
export const integer = (options: Typed<IntegerOptions, number | null> = {}) =>
  block<number | null, IntegerOptions>(integerKind, options);
/** A number with a fraction. */
export const float = (options: Typed<NumberOptions, number | null> = {}) =>
  block<number | null, NumberOptions>(floatKind, options);
/** An exact number, a string in JSON. */
export const decimal = (options: Typed<DecimalOptions, string | null>) =>
  block<string | null, DecimalOptions>(decimalKind, options);
/** Yes or no. */
export const boolean = (options: Typed<BooleanOptions, boolean> = {}) =>
  block<boolean, BooleanOptions>(booleanKind, { required: false, ...options });
/** A day. */
export const date = (options: Typed<MomentOptions, string | null> = {}) =>
  block<string | null, MomentOptions>(dateKind, options);
/** A time of day. */
export const time = (options: Typed<MomentOptions, string | null> = {}) =>
  block<string | null, MomentOptions>(timeKind, options);
/** A moment. */
export const datetime = (options: Typed<MomentOptions, string | null> = {}) =>
  block<string | null, MomentOptions>(datetimeKind, options);
/** A length of time. */
export const duration = (options: Typed<NodeOptions, string | null> = {}) =>
  block<string | null, NodeOptions>(durationKind, options);
/** A UUID. */
export const uuid = (options: Typed<NodeOptions, string | null> = {}) =>
  block<string | null, NodeOptions>(uuidKind, options);
/** JSON of any shape. */
export const json = (options: JsonOptions = {}) => block<Json, JsonOptions>(jsonKind, options);
/** A block without a value. */
export const staticBlock = (options: StaticOptions = {}) =>
  block<null, StaticOptions>(staticKind, { required: false, ...options });
/** A plain table of text. */
export const table = (options: TableOptions = {}) => block<Table | null, TableOptions>(tableKind, options);

/** A colour: `#rrggbb`, with `alpha` also `#rrggbbaa`. */
export const colour = (options: Typed<ColourOptions, string> = {}) => block<string, ColourOptions>(colourKind, options);
/** A place on Earth. */
export const geoPoint = (options: NodeOptions = {}) => block<GeoPoint | null, NodeOptions>(geoPointKind, options);
/** A link to a page, a document, a web, e-mail or telephone address, or a place on the same page. */
export const link = (options: LinkOptions = {}) => block<LinkValue | null, LinkOptions>(linkKind, options);
/** The key of a class's rows, where it is called `id`. */
type KeyOf<T> = T extends { id: infer Key extends EntityId } ? Key : EntityId;

/** A row of another class, by its key. */
export const entityLink = <T extends object>(
  target: () => abstract new (...args: never[]) => T,
  options: Omit<EntityLinkOptions, 'target'> = {},
) => block<KeyOf<T> | null, EntityLinkOptions>(entityLinkKind, { ...options, target });
/** Several rows of another class, by their keys, in the order in which they were chosen. */
export const entityLinks = <T extends object>(
  target: () => abstract new (...args: never[]) => T,
  options: Omit<EntityLinksOptions, 'target' | 'ordered'> = {},
) => block<KeyOf<T>[], EntityLinksOptions>(entityLinksKind, { ...options, target, ordered: true });

/** What can be chosen. */
interface Choosable<C extends string | Choice> {
  /** The choices. */
  readonly of: readonly C[];
}

type ChoiceValue<C extends string | Choice> = C extends Choice ? C['value'] : C;

/** One of a fixed set; the value's type is the union of the choices. */
export function choice<const C extends string | Choice>(
  options: Typed<Omit<ChoiceOptions, 'of'>, NoInfer<ChoiceValue<C>>> & Choosable<C>,
): Block<ChoiceValue<C> | '', ChoiceOptions> {
  return block<ChoiceValue<C> | '', ChoiceOptions>(choiceKind, options);
}

/** Several of a fixed set. */
export function choices<const C extends string | Choice>(
  options: Typed<Omit<ChoiceOptions, 'of'>, NoInfer<ChoiceValue<C>>[]> & Choosable<C>,
): Block<ChoiceValue<C>[], ChoiceOptions> {
  return block<ChoiceValue<C>[], ChoiceOptions>(multipleChoiceKind, options);
}
