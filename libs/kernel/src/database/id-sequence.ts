import type { EntityManager } from 'typeorm';

/** Moves the sequence of a table's `id` past an id that was given from outside. */
export async function keepSequenceAhead(manager: EntityManager, table: string, id: number): Promise<void> {
  await manager.query(
    `SELECT setval(sequence, GREATEST($2::bigint, nextval(sequence)))
       FROM (SELECT pg_get_serial_sequence(quote_ident($1), 'id')::regclass AS sequence) AS found`,
    [table, id],
  );
}

/** The next id of a table, taken from its sequence: nobody else gets it, whether it is used or not. */
export async function takeId(manager: EntityManager, table: string): Promise<number> {
  const rows: { id: string }[] = await manager.query(
    `SELECT nextval(pg_get_serial_sequence(quote_ident($1), 'id')) AS id`,
    [table],
  );
  return Number(rows[0]!.id);
}
