import { pointer, type ContentPath, type JsonObject } from '@pipit/content-types';
import { invalid } from '@pipit/kernel';
import type { EntityManager } from 'typeorm';

/** Where in the content rows lie, and whose rows they may be already. */
export interface Place {
  readonly path: ContentPath;
  readonly owners: readonly number[];
}

/** Rows are known by their uuid: one that belongs to somebody else must not be taken away by writing its uuid here. */
export async function refuseForeignRows(
  manager: EntityManager,
  table: string,
  rows: readonly JsonObject[],
  { path, owners }: Place,
): Promise<void> {
  const foreign: { uuid: string }[] = await manager.query(
    `SELECT uuid FROM "${table}" WHERE uuid = ANY($1::uuid[]) AND NOT (owner_id = ANY($2::int[]))`,
    [rows.map((row) => row['id']), owners],
  );
  if (foreign.length === 0) return;
  const taken = new Set(foreign.map(({ uuid }) => uuid));
  throw invalid(
    'Some rows have the id of a row elsewhere. Copies need ids of their own.',
    rows.flatMap((row, index) =>
      taken.has(String(row['id']).toLowerCase())
        ? [{ path: pointer([...path, index, 'id']), code: 'taken', message: 'A row elsewhere has this id.' }]
        : [],
    ),
  );
}
