import {
  MAX_ID,
  block,
  defineFieldKind,
  fieldDecorator,
  type Block,
  type FieldOptions,
  type Json,
  type JsonSchema,
  type NodeOptions,
  type Representer,
  type SchemaScope,
} from '@pipit/content-types';
import { Image } from '../image.entity.js';
import { renditionSchema } from '../renditions/rendition-schema.js';

/** Options of images in content. */
export interface ImageOptions extends NodeOptions {
  /**
   * Renditions by name, for the content API (`fields=picture(renditions)`) and the editor's previews: `{ hero: 'fill-1920x600', card: 'width-{400,800}|format-{avif,jpeg}' }`. Braces make a picture of several files.
   */
  readonly renditions?: Readonly<Record<string, string>>;
  /** Makes their files right after an image was uploaded or changed. Default: when first asked for. */
  readonly ahead?: boolean;
  /** Blocks: print the image with this rendition instead of its id. */
  readonly apiRendition?: string;
  /** What happens to this value when the image is gone; default `SET NULL`. */
  readonly onDelete?: 'SET NULL' | 'CASCADE' | 'RESTRICT';
}

/** The name under which images are looked up while content is represented; the argument is a filter spec. */
export const IMAGE_PROVIDER = 'image';

/** An image, by its id. */
export const imageKind = defineFieldKind<ImageOptions>({
  name: 'image',
  storage: (options) => ({ type: 'relation', target: () => Image, onDelete: options.onDelete ?? 'SET NULL' }),
  emptyValue: () => null,
  jsonSchema: () => ({ type: ['integer', 'null'], minimum: 1, maximum: MAX_ID }),
  references: (value) => imageReferences(value),
  describeOptions: ({ renditions }) => ({ renditions }),
  represent: (value, { apiRendition }, represent) => representImage(value, apiRendition, represent),
  deliveredSchema: ({ apiRendition }, scope) => imageSchema(apiRendition, scope),
});

/** An image. The property is the image itself (`Relation<Image> | null`), the JSON value its id. */
export const ImageField = (options: ImageOptions & FieldOptions = {}) =>
  fieldDecorator<Image | null, ImageOptions>(imageKind, options);

/** A block that holds an image's id. */
export const image = (options: ImageOptions = {}): Block<number | null, ImageOptions> => block(imageKind, options);

/** What an image's id points at. */
export function imageReferences(value: Json | undefined) {
  return typeof value === 'number' ? [{ targetType: 'image', id: value }] : [];
}

/** The id, or the image with a rendition; null when it is gone. */
export function representImage(value: Json | undefined, spec: string | undefined, represent: Representer): Json {
  if (typeof value !== 'number' || !represent.exists({ targetType: 'image', id: value })) return null;
  return spec === undefined ? value : represent.lookup(IMAGE_PROVIDER, value, spec);
}

const imageWithRendition = (spec: string): JsonSchema => ({
  title: 'Image with rendition',
  type: 'object',
  properties: {
    id: { type: 'integer' },
    title: { type: 'string' },
    meta: {
      type: 'object',
      properties: { type: { type: 'string' }, download_url: { type: 'string' }, rendition: renditionSchema(spec) },
      required: ['type', 'download_url', 'rendition'],
    },
  },
  required: ['id', 'title', 'meta'],
});

/** Schema of what {@link representImage} prints. */
export function imageSchema(spec: string | undefined, scope: SchemaScope): JsonSchema {
  if (spec === undefined) return { type: ['integer', 'null'] };
  const name = spec.includes('{') ? 'ImageWithPicture' : 'ImageWithRendition';
  return { anyOf: [scope.named(name, () => imageWithRendition(spec)), { type: 'null' }] };
}
