import type { JsonSchema } from '@pipit/content-types';

/** Schema of a rendition as the content API prints it; of one that could not be made, its error. */
export const RENDITION_SCHEMA: JsonSchema = {
  title: 'Rendition',
  anyOf: [
    {
      type: 'object',
      properties: {
        url: { type: 'string' },
        full_url: { type: 'string' },
        width: { type: 'integer', description: 'Pixels.' },
        height: { type: 'integer', description: 'Pixels.' },
        alt: { type: 'string' },
      },
      required: ['url', 'full_url', 'width', 'height', 'alt'],
    },
    { type: 'object', properties: { error: { const: 'SourceImageIOError' } }, required: ['error'] },
  ],
};
