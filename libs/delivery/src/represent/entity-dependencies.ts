import { ChildItem, type FieldDeclaration } from '@pipit/content-types';
import { PageContent } from '@pipit/pages';
import type { DataSource } from 'typeorm';
import type { Dependencies } from '../cache/dependencies.js';
import { StorageOf } from '../model/storage-of.js';

type Class = abstract new (...args: never[]) => object;

/** Notes that an answer depends on entities of a class, read by their keys. */
export function dependOnEntities(
  dataSource: DataSource,
  target: object,
  ids: readonly number[],
  depends: Dependencies,
): void {
  const { tableName } = new StorageOf(dataSource, target);
  if ((target as Class).prototype instanceof PageContent) depends.onObjects('page', ids);
  // Changes of rows of an owner are told by the owner.
  else if ((target as Class).prototype instanceof ChildItem) depends.onTable(tableName);
  else depends.onObjects(tableName, ids);
}

/** Notes that it depends on what fields of theirs keep in other tables. */
export function dependOnFields(
  dataSource: DataSource,
  target: object,
  fields: readonly FieldDeclaration[],
  depends: Dependencies,
): void {
  const storage = new StorageOf(dataSource, target);
  for (const field of fields) {
    const stored = field.kind.storage?.(field.options);
    if (stored?.type === 'children') depends.onTable(storage.other(stored.target()).tableName);
    if (stored?.type === 'manyToMany') for (const table of storage.junctionOf(field).tables) depends.onTable(table);
  }
}
