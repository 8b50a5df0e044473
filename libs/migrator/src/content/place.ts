import type { Json, JsonObject } from '@pipit/content-types';
import { changeAt, partsOf } from './block-path.js';
import { changeField } from './snapshots.js';

/** Where child rows lie in the snapshots of their owner: `{ type: 'blog.BlogPost', path: 'authors' }`. */
export interface ChildRowsPlace {
  /** Name of the type with snapshots. */
  readonly type: string;
  /** Field of the child rows; `authors.item.links` for rows inside rows. */
  readonly path: string;
}

/** Changes all child rows at a place of a snapshot's fields. */
export function changeRows(fields: JsonObject, path: string, change: (row: JsonObject) => JsonObject): JsonObject {
  const [field, ...inner] = partsOf(path);
  if (!field) throw new Error('Say in which field the child rows lie.');
  return changeField(fields, field, (value) =>
    changeAt(value, [...inner, 'item'], (row) => change(row as JsonObject) as Json),
  );
}
