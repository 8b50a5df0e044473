import { defineFieldKind, fieldDecorator, type NodeOptions } from '@pipit/cms';

/** Options of ratings. */
export interface RatingOptions extends NodeOptions {
  /** How many stars there are. */
  readonly of?: number;
}

/** A number of stars: a kind of value the editor knows through an extension only. */
export const ratingKind = defineFieldKind<RatingOptions>({
  name: 'rating',
  storage: () => ({ type: 'column', column: { type: 'integer', nullable: true } }),
  emptyValue: () => null,
  jsonSchema: ({ of = 5 }) => ({ type: ['integer', 'null'], minimum: 1, maximum: of }),
  describeOptions: ({ of = 5 }) => ({ max: of }),
});

/** A field of stars. */
export const RatingField = (options: RatingOptions = {}) =>
  fieldDecorator<number | null, RatingOptions>(ratingKind, options);
