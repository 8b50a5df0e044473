import type { DataSource, QueryRunner } from 'typeorm';
import { namedObjects } from './catalog.js';

/** Tables that keep the books of migrations; nobody declares them. */
const BOOKS = new Set(['pipit_migration', 'typeorm_metadata']);

/**
 * Was this table, which nobody declares, made from a declaration? Its primary key then has the name that TypeORM
 * gives; tables made by hand do not, and are left alone.
 */
export async function isOrphan(runner: QueryRunner, dataSource: DataSource, table: string): Promise<boolean> {
  if (BOOKS.has(table)) return false;
  const key = (await namedObjects(runner, table)).find(({ kind }) => kind === 'p');
  return key?.name === (key && dataSource.namingStrategy.primaryKeyName(table, [...key.columns]));
}
