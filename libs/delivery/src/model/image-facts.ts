import { renditionSchema } from '@pipit/media';
import { columnPrinter } from '../represent/basic-printers.js';
import { MOMENT } from '../represent/values.js';
import { columnSchema, nullableColumnSchema, type FieldSchema } from '../schema/field-schema.js';
import type { ApiField, ApiModel, Printer, Row } from './api-model.js';

/**
 * What Wagtail's API does not tell of an image and frontends like to know. Nothing of it is in an answer that did not
 * ask for it by name, so that answers stay those of Wagtail.
 */
export const IMAGE_FACTS: readonly ApiField[] = [
  column('description', 'c.description', columnSchema('text')),
  {
    name: 'alt',
    reads: [
      {
        key: 'alt',
        sql: `CASE WHEN c.decorative THEN '' ELSE coalesce(nullif(c.alt, ''), nullif(c.description, ''), c.title) END`,
      },
    ],
    print: (rows) => rows.map((row) => row['alt']),
    schema: () => ({ type: 'string', description: 'What renditions say where a use gives no text of its own.' }),
  },
  column('decorative', 'c.decorative', columnSchema('boolean')),
  column('credit', 'c.credit', columnSchema('text')),
  column('rights', 'c.rights', columnSchema('text')),
  {
    name: 'rights_expire_at',
    reads: [{ key: 'rights_expire_at', sql: MOMENT.sql('c.rights_expire_at') }],
    print: columnPrinter({ key: 'rights_expire_at', sql: '' }, MOMENT),
    schema: nullableColumnSchema('datetime'),
  },
  {
    name: 'focal_point',
    reads: ['x', 'y', 'width', 'height'].map((side) => ({ key: `focal_${side}`, sql: `c.focal_point_${side}` })),
    print: (rows) => rows.map(focalPointOf),
    schema: () => ({
      anyOf: [
        {
          type: 'object',
          description: 'Centre and size of what crops keep, in pixels of the original.',
          properties: Object.fromEntries(['x', 'y', 'width', 'height'].map((side) => [side, { type: 'integer' }])),
          required: ['x', 'y', 'width', 'height'],
        },
        { type: 'null' },
      ],
    }),
  },
  column('dominant_color', 'c.dominant_color', nullableColumnSchema('text')),
  column('placeholder', 'c.placeholder', nullableColumnSchema('text')),
];

function column(name: string, sql: string, schema: FieldSchema): ApiField {
  return { name, reads: [{ key: name, sql }], print: (rows) => rows.map((row) => row[name]), schema };
}

function focalPointOf(row: Row) {
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((side) => row[`focal_${side}`]);
  return x === null ? null : { x, y, width, height };
}

/** The model of images with the renditions a field declares, as one more field. */
export function withRenditions(images: ApiModel, renditions: Readonly<Record<string, string>>): ApiModel {
  const names = Object.keys(renditions);
  const field: ApiField = {
    name: 'renditions',
    reads: [{ key: 'id', sql: 'c.id' }],
    print: renditionsPrinter(renditions),
    schema: () => ({
      type: 'object',
      properties: Object.fromEntries(Object.entries(renditions).map(([name, spec]) => [name, renditionSchema(spec)])),
      required: names,
    }),
  };
  return { ...images, body: [...images.body, field], onRequest: new Set([...images.onRequest, field.name]) };
}

function renditionsPrinter(renditions: Readonly<Record<string, string>>): Printer {
  const declared = Object.entries(renditions);
  return async (rows, request) => {
    const wishes = rows.flatMap(({ id }) => declared.map(([, spec]) => ({ imageId: id as number, spec })));
    const shapes = await request.renditions.describeAll(wishes);
    return rows.map((_, row) =>
      Object.fromEntries(declared.map(([name], index) => [name, shapes[row * declared.length + index]])),
    );
  };
}
