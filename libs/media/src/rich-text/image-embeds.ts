import { defineEmbedHandler, isJsonObject, storedId, type Json, type RichTextAttributes } from '@pipit/content-types';
import { IMAGE_PROVIDER } from '../kinds/image-kind.js';

/** How images stand in rich text, and the renditions they are delivered with. */
const FORMATS: Readonly<Record<string, string>> = { fullwidth: 'width-800', left: 'width-500', right: 'width-500' };

/** Images in rich text: `<embed embedtype="image" id="10" alt="…" format="left"/>`. */
export const imageEmbeds = defineEmbedHandler({
  type: 'image',
  feature: 'image',
  refusal: 'Images are not allowed here.',
  attributes: ['id', 'alt', 'format'],
  references: (attributes) => {
    const id = storedId(attributes);
    return id === null ? [] : [{ targetType: 'image', id }];
  },
  lookup: (attributes) => {
    const id = storedId(attributes);
    return id === null ? null : { provider: IMAGE_PROVIDER, id, argument: FORMATS[formatOf(attributes)] };
  },
  expand: (attributes, found) => {
    const rendition = renditionOf(found);
    if (!rendition) return null;
    const format = formatOf(attributes);
    const { url, width, height } = rendition;
    return {
      element: 'img',
      attributes: { class: `richtext-image ${format}`, src: url, width, height, alt: attributes['alt'] ?? '' },
    };
  },
});

function formatOf({ format = '' }: RichTextAttributes): string {
  return Object.hasOwn(FORMATS, format) ? format : 'fullwidth';
}

function renditionOf(found: Json): { url: string; width: string; height: string } | null {
  if (!isJsonObject(found) || !isJsonObject(found['meta'])) return null;
  const { rendition } = found['meta'];
  if (!isJsonObject(rendition) || typeof rendition['url'] !== 'string') return null;
  return { url: rendition['url'], width: String(rendition['width']), height: String(rendition['height']) };
}
