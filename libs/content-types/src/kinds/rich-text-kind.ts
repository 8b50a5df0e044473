import { formatRichText } from '../rich-text/formats.js';
import { DEFAULT_FEATURES, featureName, type RichTextFeature } from '../rich-text/features.js';
import '../rich-text/media-embeds.js';
import { readRichText, richTextFaults, richTextReferences, type RichTextElement } from '../rich-text/parse.js';
import { defineFieldKind, type Fault, type NodeOptions } from './field-kind.js';

/** Options of rich text. */
export interface RichTextOptions extends NodeOptions {
  /** What it may contain; default {@link DEFAULT_FEATURES}. */
  readonly features?: readonly RichTextFeature[];
  /** Characters of text, markup not counted. */
  readonly maxLength?: number;
  /** Characters of text, markup not counted, where there is any. */
  readonly minLength?: number;
  /**
   * The content API prints addresses and images in the place of Pipit's own links and embeds. Default false: it prints
   * the text as it is stored, as Wagtail does.
   */
  readonly expand?: boolean;
  /** The column distinguishes “nothing” (null) from the empty text. */
  readonly nullable?: boolean;
}

/**
 * Formatted text, stored as the HTML subset Wagtail uses. Writes are checked against the field's features and
 * refused, never silently rewritten.
 */
export const richTextKind = defineFieldKind<RichTextOptions>({
  name: 'richText',
  shape: 'richText',
  storage: (options) => ({
    type: 'column',
    column: {
      type: 'text',
      nullable: options.nullable ?? false,
      ...(options.nullable ? {} : { default: '' }),
    },
  }),
  emptyValue: (options) => (options.nullable ? null : ''),
  isEmpty: (value) => typeof value === 'string' && isBlank(value),
  jsonSchema: (options) => ({ type: options.nullable ? ['string', 'null'] : 'string', contentMediaType: 'text/html' }),
  check: (value, options) => [
    ...richTextFaults(String(value), options.features ?? DEFAULT_FEATURES),
    ...lengthFaults(String(value), options),
  ],
  references: (value) => (typeof value === 'string' ? richTextReferences(value) : []),
  searchText: (value) => (typeof value === 'string' ? readRichText(value).text : ''),
  describeOptions: ({ features = DEFAULT_FEATURES, maxLength, minLength }) => ({
    features: features.map(featureName),
    maxLength,
    minLength,
  }),
  represent: (value, { expand }, represent) => {
    if (typeof value !== 'string') return value;
    const format = represent.richText ?? (expand ? 'html' : 'db_html');
    return formatRichText(value, format, ({ provider, id, argument }) => represent.lookup(provider, id, argument));
  },
});

function lengthFaults(html: string, { maxLength = Infinity, minLength = 0 }: RichTextOptions): Fault[] {
  const { length } = readRichText(html);
  if (length > maxLength) return [{ code: 'maxLength', message: `At most ${maxLength} characters.` }];
  return length < minLength ? [{ code: 'minLength', message: `At least ${minLength} characters.` }] : [];
}

function isBlank(html: string): boolean {
  const { elements, text, hasComments, endsInTag } = readRichText(html);
  // An attribute is something, if only an attempt: it has to be looked at. So is a tag that never ends.
  const isBare = (element: RichTextElement): boolean =>
    ['p', 'br'].includes(element.name) && Object.keys(element.attributes).every((name) => name === 'data-block-key');
  return text === '' && !hasComments && !endsInTag && elements.every(isBare);
}
