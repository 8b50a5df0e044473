import { kept } from './kept-statements.js';
import type { EntityManager, EntityMetadata, EntityTarget, ObjectLiteral } from 'typeorm';

/** Rows of one statement: enough to make the round trip cheap, few enough to keep the statement small. */
const BATCH = 500;

/** Values of a row by property name, in JSON form. */
export type RowValues = Readonly<Record<string, unknown>>;

/**
 * Adds many rows in few statements. Values are JSON and cast by Postgres to the types of their columns, so that
 * microseconds and 8-byte integers arrive whole, which neither `Date` nor `number` can hold. All rows have to name the
 * same properties; columns nobody names get their default. For imports: entity listeners do not run.
 */
export async function insertRows(
  manager: EntityManager,
  entity: EntityTarget<ObjectLiteral>,
  rows: readonly RowValues[],
): Promise<void> {
  const metadata = manager.connection.getMetadata(entity);
  const columns = columnsOf(metadata, Object.keys(rows[0] ?? {}));
  const names = columns.map(({ column }) => `"${column.databaseName}"`).join(', ');
  const table = `"${metadata.tablePath}"`;
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = rows
      .slice(start, start + BATCH)
      .map((row) =>
        Object.fromEntries(columns.map(({ property, column }) => [column.databaseName, stored(column, row[property])])),
      );
    await manager.query(
      kept(`INSERT INTO ${table} (${names}) SELECT ${names} FROM json_populate_recordset(NULL::${table}, $1)`),
      [JSON.stringify(batch)],
    );
  }
}

/**
 * Adds rows to the join table of a many-to-many property: pairs of the owner's and the target's key. `sortColumn` keeps
 * the order of the pairs, where the table has one.
 */
export async function insertLinks(
  manager: EntityManager,
  entity: EntityTarget<ObjectLiteral>,
  property: string,
  pairs: readonly (readonly [owner: number | string, target: number | string])[],
  sortColumn: string | null = null,
): Promise<void> {
  const junction = manager.connection
    .getMetadata(entity)
    .findRelationWithPropertyPath(property)?.junctionEntityMetadata;
  if (!junction) throw new Error(`${String(property)} is no many-to-many property.`);
  if (pairs.length === 0) return;
  const columns = [junction.ownerColumns[0]!, junction.inverseColumns[0]!];
  const names = columns.map(({ databaseName }) => `"${databaseName}"`);
  const [owners, targets] = columns.map((column) => manager.connection.driver.normalizeType(column));
  await manager.query(
    `INSERT INTO "${junction.tablePath}" (${[...names, ...(sortColumn ? [`"${sortColumn}"`] : [])].join(', ')})
     SELECT owner, target${sortColumn ? ', place' : ''}
       FROM unnest($1::${owners}[], $2::${targets}[]) WITH ORDINALITY AS given (owner, target, place)
     ON CONFLICT DO NOTHING`,
    [pairs.map(([id]) => id), pairs.map(([, id]) => id)],
  );
}

function columnsOf(metadata: EntityMetadata, properties: readonly string[]) {
  return properties.map((property) => {
    const column =
      metadata.columns.find((candidate) => candidate.propertyName === property && !candidate.relationMetadata) ??
      metadata.findRelationWithPropertyPath(property)?.joinColumns[0] ??
      metadata.findColumnWithPropertyName(property);
    if (!column) throw new Error(`${metadata.name} has no column for “${property}”.`);
    return { property, column };
  });
}

function stored(column: { transformer?: unknown }, value: unknown): unknown {
  const transformer = column.transformer as { to?: (value: unknown) => unknown } | undefined;
  return transformer?.to ? transformer.to(value ?? null) : (value ?? null);
}
