import type { EntityManager } from 'typeorm';

/** Moves the sequence of a table's key past a key that was given from outside. */
export async function keepSequenceAhead(
  manager: EntityManager,
  table: string,
  id: number | bigint,
  column = 'id',
): Promise<void> {
  await manager.query(
    `SELECT setval(sequence, GREATEST($2::bigint, nextval(sequence)))
       FROM (SELECT pg_get_serial_sequence(quote_ident($1), $3)::regclass AS sequence) AS found`,
    [table, String(id), column],
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
