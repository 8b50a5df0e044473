import { newUuid } from '@pipit/kernel';
import type { EntityManager } from 'typeorm';
import { ROOT_COLLECTION_ID } from './collection.entity.js';

/** Makes the collection that contains all others, where it is missing. Part of the first migration. */
export async function ensureRootCollection(manager: Pick<EntityManager, 'query'>): Promise<void> {
  await manager.query(
    `INSERT INTO collection (id, uuid, path, depth, parent_id, name) VALUES ($1, $2, $3, 1, NULL, 'Root')
     ON CONFLICT (id) DO NOTHING`,
    [ROOT_COLLECTION_ID, newUuid(), `${ROOT_COLLECTION_ID}.`],
  );
  await manager.query(`SELECT setval(pg_get_serial_sequence('collection', 'id'), (SELECT max(id) FROM collection))`);
}
