import type { JsonSchema } from '@pipit/content-types';

const RENDITION = {
  url: { type: 'string' },
  full_url: { type: 'string' },
  width: { type: 'integer', description: 'Pixels.' },
  height: { type: 'integer', description: 'Pixels.' },
  alt: { type: 'string' },
} as const satisfies JsonSchema;

const PICTURE = {
  ...RENDITION,
  srcset: { type: 'string', description: 'Addresses with their widths.' },
  sources: {
    type: 'array',
    description: 'Other formats, in the order browsers are to try them.',
    items: {
      type: 'object',
      properties: { type: { type: 'string' }, srcset: { type: 'string' } },
      required: ['type', 'srcset'],
    },
  },
} as const satisfies JsonSchema;

/** Schema of a rendition as the content API prints it; of one that could not be made, its error. */
export function renditionSchema(spec: string): JsonSchema {
  const isPicture = spec.includes('{');
  const properties = isPicture ? PICTURE : RENDITION;
  return {
    title: isPicture ? 'Picture' : 'Rendition',
    anyOf: [
      { type: 'object', properties, required: Object.keys(properties) },
      { type: 'object', properties: { error: { const: 'SourceImageIOError' } }, required: ['error'] },
    ],
  };
}
