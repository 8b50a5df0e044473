import type { Json } from '../content/json.js';
import type { FieldOptions } from './type-declaration.js';
import { embedKind, type EmbedOptions } from '../kinds/embed-kind.js';
import { colourKind, type ColourOptions } from '../kinds/colour-kind.js';
import { geoPointKind, type GeoPoint } from '../kinds/geo-point-kind.js';
import {
  entityLinkKind,
  entityLinksKind,
  type EntityLinkOptions,
  type EntityLinksOptions,
} from '../kinds/entity-link-kinds.js';
import { linkKind, type LinkOptions, type LinkValue } from '../kinds/link-kind.js';
import { childItemsKind, type ChildItemsOptions } from '../kinds/child-items-kind.js';
import type { BlockCounts } from '../kinds/block-counts.js';
import { streamKind, type StreamOptions } from '../kinds/stream-kind.js';
import type { NodeOptions } from '../kinds/field-kind.js';
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
  uuidKind,
  type BooleanOptions,
  type ChoiceOptions,
  type JsonOptions,
  type MultipleChoiceOptions,
} from '../kinds/simple-kinds.js';
import { charKind, emailKind, slugKind, textAreaKind, urlKind, type TextOptions } from '../kinds/text-kinds.js';
import { dateKind, datetimeKind, durationKind, timeKind, type MomentOptions } from '../kinds/time-kinds.js';
import type { AnyStream, StreamValue } from '../blocks/block.js';
import { fieldDecorator, type FieldDecorator } from './field-decorator.js';

/** One line of text. */
export const CharField = (options: TextOptions & FieldOptions = {}) =>
  fieldDecorator<string | null, TextOptions>(charKind, options);
/** Text of several lines. */
export const TextField = (options: TextOptions & FieldOptions = {}) =>
  fieldDecorator<string | null, TextOptions>(textAreaKind, options);
/** An e-mail address. */
export const EmailField = (options: TextOptions & FieldOptions = {}) =>
  fieldDecorator<string | null, TextOptions>(emailKind, options);
/** A web address. */
export const UrlField = (options: TextOptions & FieldOptions = {}) =>
  fieldDecorator<string | null, TextOptions>(urlKind, options);
/** The address of a video, a post or the like, to be embedded. */
export const EmbedField = (options: EmbedOptions & FieldOptions = {}) =>
  fieldDecorator<string | null, EmbedOptions>(embedKind, options);
/** A path segment. */
export const SlugField = (options: TextOptions & FieldOptions = {}) =>
  fieldDecorator<string | null, TextOptions>(slugKind, options);
/** Formatted text; `features` says what it may contain. */
export const RichTextField = (options: RichTextOptions & FieldOptions = {}) =>
  fieldDecorator<string | null, RichTextOptions>(richTextKind, options);
/** A whole number. */
export const IntegerField = (options: IntegerOptions & FieldOptions = {}) =>
  fieldDecorator<number | null, IntegerOptions>(integerKind, options);
/** A number with a fraction. */
export const FloatField = (options: NumberOptions & FieldOptions = {}) =>
  fieldDecorator<number | null, NumberOptions>(floatKind, options);
/** An exact number, a string in JSON and in the property. */
export const DecimalField = (options: DecimalOptions & FieldOptions) =>
  fieldDecorator<string | null, DecimalOptions>(decimalKind, options);
/** Yes or no. */
export const BooleanField = (options: BooleanOptions & FieldOptions = {}) =>
  fieldDecorator<boolean | null, BooleanOptions>(booleanKind, options);
/** A day. */
export const DateField = (options: MomentOptions & FieldOptions = {}) =>
  fieldDecorator<string | null, MomentOptions>(dateKind, options);
/** A time of day. */
export const TimeField = (options: MomentOptions & FieldOptions = {}) =>
  fieldDecorator<string | null, MomentOptions>(timeKind, options);
/** A moment. */
export const DateTimeField = (options: MomentOptions & FieldOptions = {}) =>
  fieldDecorator<Date | null, MomentOptions>(datetimeKind, options);
/** A length of time, ISO 8601. */
export const DurationField = (options: NodeOptions & FieldOptions = {}) =>
  fieldDecorator<string | null, NodeOptions>(durationKind, options);
/** One of a fixed set. */
export const ChoiceField = (options: ChoiceOptions & FieldOptions) =>
  fieldDecorator<string | null, ChoiceOptions>(choiceKind, options);
/** Several of a fixed set. */
export const MultipleChoiceField = (options: MultipleChoiceOptions & FieldOptions) =>
  fieldDecorator<string[], MultipleChoiceOptions>(multipleChoiceKind, options);
/** A UUID. */
export const UuidField = (options: NodeOptions & FieldOptions = {}) =>
  fieldDecorator<string | null, NodeOptions>(uuidKind, options);
/** JSON of any shape, or of the shape `schema` gives. */
export const JsonField = (options: JsonOptions & FieldOptions = {}) =>
  fieldDecorator<Json, JsonOptions>(jsonKind, options);

type BlockName<S> =
  NoInfer<StreamValue<S>> extends readonly (infer I)[]
    ? I extends { readonly type: infer N extends string }
      ? N
      : never
    : never;

/** A colour: `#rrggbb`, with `alpha` also `#rrggbbaa`. */
export const ColourField = (options: ColourOptions & FieldOptions = {}) =>
  fieldDecorator<string, ColourOptions>(colourKind, options);
/** A place on Earth. */
export const GeoPointField = (options: NodeOptions & FieldOptions = {}) =>
  fieldDecorator<GeoPoint | null, NodeOptions>(geoPointKind, options);
/** A link to a page, a document, a web, e-mail or telephone address, or a place on the same page. */
export const LinkField = (options: LinkOptions & FieldOptions = {}) =>
  fieldDecorator<LinkValue | null, LinkOptions>(linkKind, options);

/** A row of another class: `@EntityLinkField(() => Topic) topic!: Relation<Topic> | null`. The JSON value is its key. */
export const EntityLinkField = <T extends object>(
  target: () => abstract new (...args: never[]) => T,
  options: Omit<EntityLinkOptions, 'target'> & FieldOptions = {},
) => fieldDecorator<T | null, EntityLinkOptions>(entityLinkKind, { ...options, target });

/** Several rows of another class, many to many. The JSON value is a list of keys; `ordered` keeps their order. */
export const EntityLinksField = <T extends object>(
  target: () => abstract new (...args: never[]) => T,
  options: Omit<EntityLinksOptions, 'target'> & FieldOptions = {},
) => fieldDecorator<T[], EntityLinksOptions>(entityLinksKind, { ...options, target });

/** An ordered list of typed blocks. The property's type is `ValueOf<typeof yourStream>`. */
export function StreamField<S extends AnyStream>(
  declared: S,
  options: Omit<StreamOptions, 'blocks' | 'counts'> &
    FieldOptions & {
      /** Bounds for single block types. */
      readonly counts?: { readonly [K in BlockName<S>]?: BlockCounts[string] };
    } = {},
): FieldDecorator<StreamValue<S>> {
  // Files that import each other may not have made it yet.
  const given = declared as S | undefined;
  if (!given?.node)
    throw new Error(
      '@StreamField(…) was given no stream. Make one by stream({ … }), in a file without circles of imports.',
    );
  return fieldDecorator<StreamValue<S>, StreamOptions>(streamKind, {
    ...declared.node.options,
    ...(options as Partial<StreamOptions>),
  });
}

/** Ordered rows of an `@ItemType()` class which belong to this one and are versioned with it. */
export function ChildItems<T extends object>(
  item: () => abstract new (...args: never[]) => T,
  options: Omit<ChildItemsOptions, 'item'> & FieldOptions = {},
): FieldDecorator<T[]> {
  return fieldDecorator<T[], ChildItemsOptions>(childItemsKind, { ...options, item });
}
