import type { EntityManager } from 'typeorm';

/**
 * Until the transaction ends, nobody else writes or removes this key, in whichever process. So a file that is about to
 * be shared is not removed meanwhile, and two that want one key decide one after the other.
 */
export async function lockKey(manager: EntityManager, key: string): Promise<void> {
  await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`media file ${key}`]);
}
