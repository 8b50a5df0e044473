import { kept } from './kept-statements.js';
import type { EntityManager, EntityMetadata, EntityTarget, ObjectLiteral } from 'typeorm';

/** Rows of one statement: enough to make the round trip cheap, few enough to keep the statement small. */
const BATCH = 500;

/** Values of a row by property name, in JSON form. */
export type RowValues = Readonly<Record<string, unknown>>;

/** Rows to be added to the table of an entity. */
export interface NewRows {
  readonly entity: EntityTarget<ObjectLiteral>;
  readonly rows: readonly RowValues[];
}

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
  const columns = columnsOf(manager.connection.getMetadata(entity), Object.keys(rows[0] ?? {}));
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = rows.slice(start, start + BATCH);
    await manager.query(kept(insertion(manager, entity, columns, '$1')), [storedRows(columns, batch)]);
  }
}

/** As {@link insertRows} into several tables: in one statement, unless they are many. */
export async function insertTogether(manager: EntityManager, sets: readonly NewRows[]): Promise<void> {
  const [last, ...others] = sets.filter(({ rows }) => rows.length > 0).reverse();
  if (!last) return;
  if (others.length === 0 || [last, ...others].some(({ rows }) => rows.length > BATCH)) {
    for (const { entity, rows } of sets) await insertRows(manager, entity, rows);
    return;
  }
  const parts = [...others, last].map(({ entity, rows }, index) => {
    const columns = columnsOf(manager.connection.getMetadata(entity), Object.keys(rows[0]!));
    return { sql: insertion(manager, entity, columns, `$${index + 1}`), values: storedRows(columns, rows) };
  });
  const withs = parts.slice(0, -1).map(({ sql }, index) => `part_${index} AS (${sql})`);
  await manager.query(
    kept(`WITH ${withs.join(', ')} ${parts.at(-1)!.sql}`),
    parts.map(({ values }) => values),
  );
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

type NamedColumn = ReturnType<typeof columnsOf>[number];

function insertion(
  manager: EntityManager,
  entity: EntityTarget<ObjectLiteral>,
  columns: readonly NamedColumn[],
  parameter: string,
): string {
  const table = `"${manager.connection.getMetadata(entity).tablePath}"`;
  const names = columns.map(({ column }) => `"${column.databaseName}"`).join(', ');
  return `INSERT INTO ${table} (${names}) SELECT ${names} FROM json_populate_recordset(NULL::${table}, ${parameter})`;
}

/** The rows as one parameter. */
function storedRows(columns: readonly NamedColumn[], rows: readonly RowValues[]): string {
  return JSON.stringify(
    rows.map((row) =>
      Object.fromEntries(columns.map(({ property, column }) => [column.databaseName, stored(column, row[property])])),
    ),
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
