import { DEFAULT_FEATURES, type RichTextFeature } from '../rich-text/features.js';
import { readRichText, richTextFaults, richTextReferences, type RichTextElement } from '../rich-text/parse.js';
import { defineFieldKind, type NodeOptions } from './field-kind.js';

/** Options of rich text. */
export interface RichTextOptions extends NodeOptions {
  /** What it may contain; default {@link DEFAULT_FEATURES}. */
  readonly features?: readonly RichTextFeature[];
  /** Characters of text, markup not counted. */
  readonly maxLength?: number;
  /** The column distinguishes “nothing” (null) from the empty text. */
  readonly nullable?: boolean;
}

/**
 * Formatted text, stored as the HTML subset Wagtail uses. Writes are checked against the field's features and
 * refused, never silently rewritten.
 */
export const richTextKind = defineFieldKind<RichTextOptions>({
  name: 'richText',
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
  check: (value, options) => {
    const faults = richTextFaults(String(value), options.features ?? DEFAULT_FEATURES);
    const { maxLength } = options;
    if (maxLength === undefined || readRichText(String(value)).text.length <= maxLength) return faults;
    return [...faults, { code: 'maxLength', message: `At most ${maxLength} characters.` }];
  },
  references: (value) => (typeof value === 'string' ? richTextReferences(value) : []),
  searchText: (value) => (typeof value === 'string' ? readRichText(value).text : ''),
  describeOptions: ({ features, maxLength }) => ({ features: features ?? DEFAULT_FEATURES, maxLength }),
});

function isBlank(html: string): boolean {
  const { elements, text } = readRichText(html);
  // An attribute is something, if only an attempt: it has to be looked at.
  const isBare = (element: RichTextElement): boolean =>
    ['p', 'br'].includes(element.name) && Object.keys(element.attributes).every((name) => name === 'data-block-key');
  return text === '' && elements.every(isBare);
}
