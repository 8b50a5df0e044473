import type { EntityManager } from 'typeorm';

/**
 * Moves the sequence of a table's `id` past an id that was given from outside, as an import does; otherwise the
 * next ordinary row would collide with it.
 */
export async function keepSequenceAhead(manager: EntityManager, table: string, id: number): Promise<void> {
  await manager.query(
    `SELECT setval(sequence, GREATEST($2::bigint, nextval(sequence)))
       FROM (SELECT pg_get_serial_sequence($1, 'id')::regclass AS sequence) AS found`,
    [table, id],
  );
}
