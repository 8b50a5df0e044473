import type { ApiField, Column } from './api-model.js';
import type { NamedRendition } from './allowed-renditions.js';

/** Renditions that a request asked for, by the names it gave them: the member `renditions` of each image. */
export function renditionsField(renditions: readonly NamedRendition[]): ApiField {
  const id: Column = { key: 'id', sql: 'c.id' };
  return {
    name: 'renditions',
    reads: [id],
    print: async (rows, request) => {
      const wishes = rows.flatMap((row) => renditions.map(({ spec }) => ({ imageId: row['id'] as number, spec })));
      const shapes = await request.renditions.describeAll(wishes);
      return rows.map((_row, index) =>
        Object.fromEntries(renditions.map(({ name }, at) => [name, shapes[index * renditions.length + at] ?? null])),
      );
    },
    schema: () => ({ type: 'object' }),
  };
}
