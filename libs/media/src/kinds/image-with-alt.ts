import {
  MAX_ID,
  block,
  defineFieldKind,
  isJsonObject,
  type Block,
  type JsonObject,
  type Json,
} from '@pipit/content-types';
import { imageReferences, imageSchema, representImage, type ImageOptions } from './image-kind.js';

/** An image together with what it says to those who cannot see it. */
export interface ImageWithAlt {
  readonly image: number | null;
  /** Says nothing: screen readers pass over it. */
  readonly decorative: boolean;
  readonly alt_text: string;
}

const PROPERTIES = {
  image: { type: ['integer', 'null'], minimum: 1, maximum: MAX_ID },
  decorative: { type: 'boolean' },
  alt_text: { type: 'string', maxLength: 1000 },
};

/** An image whose text alternative belongs to this one use of it. */
export const imageWithAltKind = defineFieldKind<ImageOptions>({
  name: 'imageWithAlt',
  emptyValue: () => ({ image: null, decorative: false, alt_text: '' }),
  isEmpty: (value) => memberOf(value, 'image') === null,
  // A bare id is what blocks of images without text held: it is read, and written anew with its text.
  jsonSchema: () => ({
    type: ['object', 'integer', 'null'],
    minimum: 1,
    maximum: MAX_ID,
    properties: PROPERTIES,
    additionalProperties: false,
  }),
  normalise: (value) => ({
    image: memberOf(value, 'image'),
    decorative: false,
    alt_text: '',
    ...(isJsonObject(value) ? value : {}),
  }),
  check: (value) =>
    memberOf(value, 'image') !== null && memberOf(value, 'decorative') !== true && !memberOf(value, 'alt_text')
      ? [{ path: ['alt_text'], code: 'required', message: 'Describe the image, or mark it as decorative.' }]
      : [],
  references: (value) => imageReferences(memberOf(value, 'image')),
  searchText: (value) => String(memberOf(value, 'alt_text') ?? ''),
  checksTargets: true,
  fullSchema: () => ({
    type: ['object', 'null'],
    properties: PROPERTIES,
    additionalProperties: false,
  }),
  describeOptions: ({ renditions }) => ({ renditions }),
  deliveredSchema: ({ apiRendition }, scope) => ({
    type: 'object',
    properties: {
      image: imageSchema(apiRendition, scope),
      alt_text: { type: 'string' },
      decorative: { type: 'boolean' },
    },
    required: ['image', 'alt_text', 'decorative'],
  }),
  represent: (value, { apiRendition }, represent) => ({
    image: withAlt(representImage(memberOf(value, 'image'), apiRendition, represent), value),
    alt_text: memberOf(value, 'alt_text') ?? '',
    decorative: memberOf(value, 'decorative') ?? false,
  }),
});

/** A block that holds an image and its text alternative. */
export const imageWithAlt = (options: ImageOptions = {}): Block<ImageWithAlt, ImageOptions> =>
  block(imageWithAltKind, options);

function memberOf(value: Json, name: keyof ImageWithAlt): Json {
  if (name === 'image' && typeof value === 'number') return value;
  return isJsonObject(value) ? ((value as JsonObject)[name] ?? null) : null;
}

/** The rendition of an image says what this use of the image says. */
function withAlt(image: Json, value: Json): Json {
  if (!isJsonObject(image) || !isJsonObject(image['meta']) || !isJsonObject(image['meta']['rendition'])) return image;
  const alt = memberOf(value, 'decorative') === true ? '' : (memberOf(value, 'alt_text') ?? '');
  return { ...image, meta: { ...image['meta'], rendition: { ...image['meta']['rendition'], alt } } };
}
