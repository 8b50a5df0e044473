import type { EntityManager } from 'typeorm';
import { SORT_COLUMN, normaliseEntityId, type FieldDeclaration, type Json } from '@pipit/content-types';
import type { TableLayout } from './table-layout.js';

/** Links a row with what a many-to-many field names, and with nothing else. */
export async function writeJoins(
  manager: EntityManager,
  layout: TableLayout,
  field: FieldDeclaration,
  key: number,
  value: Json,
): Promise<void> {
  const { table, ownerColumn, targetColumn, keyType, resolve, ordered } = joinOf(layout, field);
  const values = Array.isArray(value) ? value : [];
  const ids = resolve ? await resolve(manager, values) : values;
  await manager.query(
    `DELETE FROM "${table}" WHERE "${ownerColumn}" = $1 AND NOT ("${targetColumn}" = ANY($2::${keyType}[]))`,
    [key, ids],
  );
  const sort = `"${SORT_COLUMN}"`;
  await manager.query(
    `INSERT INTO "${table}" ("${ownerColumn}", "${targetColumn}"${ordered ? `, ${sort}` : ''})
     SELECT $1, id${ordered ? ', place - 1' : ''} FROM unnest($2::${keyType}[]) WITH ORDINALITY AS given (id, place)
     ON CONFLICT ${ordered ? `("${ownerColumn}", "${targetColumn}") DO UPDATE SET ${sort} = EXCLUDED.${sort}` : 'DO NOTHING'}`,
    [key, ids],
  );
}

/** What the many-to-many field of many rows names, by row. */
export async function readJoins(
  manager: EntityManager,
  layout: TableLayout,
  field: FieldDeclaration,
  keys: number[],
): Promise<Map<number, Json[]>> {
  const join = joinOf(layout, field);
  const { table, ownerColumn, targetColumn, targetTable, targetKey, by, ordered } = join;
  const order = ordered ? `j."${SORT_COLUMN}", t."${targetKey}"` : `t."${by}"`;
  // As JSON numbers, keys of eight bytes would lose digits.
  const isBig = by === targetKey && join.keyType === 'bigint';
  const rows: { owner: number; values: Json[] }[] = await manager.query(
    `SELECT j."${ownerColumn}" AS owner, json_agg(t."${by}"${isBig ? '::text' : ''} ORDER BY ${order}) AS values
       FROM "${table}" j JOIN "${targetTable}" t ON t."${targetKey}" = j."${targetColumn}"
      WHERE j."${ownerColumn}" = ANY($1) GROUP BY 1`,
    [keys],
  );
  const read = (value: Json): Json => (isBig ? normaliseEntityId(join.target, value) : value);
  return new Map(rows.map(({ owner, values }) => [owner, values.map(read)]));
}

/** Where the links of a many-to-many field lie. */
export function joinOf(layout: TableLayout, field: FieldDeclaration) {
  const relation = layout.metadata.findRelationWithPropertyPath(field.name);
  const junction = relation?.junctionEntityMetadata;
  const storage = field.kind.storage?.(field.options);
  if (!relation || !junction || storage?.type !== 'manyToMany')
    throw new Error(`${layout.metadata.name}.${field.name} has no join table.`);
  const target = junction.inverseColumns[0]!;
  const targetKey = target.referencedColumn!.databaseName;
  return {
    /** The class of the rows linked. */
    target: storage.target(),
    table: junction.tablePath,
    ownerColumn: junction.ownerColumns[0]!.databaseName,
    targetColumn: target.databaseName,
    targetTable: relation.inverseEntityMetadata.tablePath,
    targetKey,
    /** The type of the targets' keys, for casts of parameters. */
    keyType: relation.entityMetadata.connection.driver.normalizeType(target),
    by: storage.by ?? targetKey,
    resolve: storage.resolve,
    ordered: storage.ordered ?? false,
  };
}
