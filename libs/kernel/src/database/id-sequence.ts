import type { EntityManager, ObjectLiteral } from 'typeorm';

/** A class that is mapped to a table. */
type EntityClass<E> = abstract new (...args: never[]) => E;

/**
 * Inserts a row under an id given from outside, as an import does, and moves the table's sequence past it, so that
 * the next ordinary row cannot collide. (TypeORM leaves generated ids out of an insert unless columns are named.)
 */
export async function insertWithId<E extends ObjectLiteral & { id: number }>(
  manager: EntityManager,
  entity: EntityClass<E>,
  values: Partial<E> & { readonly id: number },
): Promise<void> {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  await manager
    .createQueryBuilder()
    .insert()
    .into(
      entity as never,
      given.map(([name]) => name),
    )
    .values(Object.fromEntries(given) as never)
    .execute();
  await keepSequenceAhead(manager, manager.dataSource.getMetadata(entity).tablePath, values.id);
}

/** Moves the sequence of a table's `id` past an id that was given from outside. */
export async function keepSequenceAhead(manager: EntityManager, table: string, id: number): Promise<void> {
  await manager.query(
    `SELECT setval(sequence, GREATEST($2::bigint, nextval(sequence)))
       FROM (SELECT pg_get_serial_sequence(quote_ident($1), 'id')::regclass AS sequence) AS found`,
    [table, id],
  );
}
