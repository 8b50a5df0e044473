import { defineRichTextFeature } from '@pipit/cms';

/** Words marked as by a pen. */
export const highlight = defineRichTextFeature({ name: 'highlight', elements: { mark: [] } });
