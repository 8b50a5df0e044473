import type { Json } from '../content/json.js';
import { expandRichText } from './expand.js';
import type { RichTextLookup } from './handlers.js';
import { richTextMarkdown } from './markdown.js';
import { richTextTree } from './tree.js';

/** The forms rich text is delivered in. `db_…`: links and images as they are stored, with ids in place of addresses. */
export const RICH_TEXT_FORMATS = ['db_html', 'html', 'db_markdown', 'markdown', 'json'] as const;

/** The name of a form of rich text. */
export type RichTextFormat = (typeof RICH_TEXT_FORMATS)[number];

/** Rich text in one of its forms. */
export function formatRichText(html: string, format: RichTextFormat, find: (lookup: RichTextLookup) => Json): Json {
  switch (format) {
    case 'db_html':
      return html;
    case 'html':
      return expandRichText(html, find);
    case 'db_markdown':
      return richTextMarkdown(richTextTree(html, null));
    case 'markdown':
      return richTextMarkdown(richTextTree(html, find));
    case 'json':
      return richTextTree(html, find) as unknown as Json;
  }
}
