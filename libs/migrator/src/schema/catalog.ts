import type { QueryRunner } from 'typeorm';

/** A column as Postgres has it. */
export interface CatalogColumn {
  readonly name: string;
  readonly type: string;
}

/** Ordinary tables of the schema in use that no extension brought, by name. */
export async function tableNames(runner: QueryRunner): Promise<Set<string>> {
  const rows: { name: string }[] = await runner.query(
    `SELECT c.relname AS name FROM pg_class c
      WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')
        AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
      ORDER BY c.relname`,
  );
  return new Set(rows.map(({ name }) => name));
}

/** The columns of a table in their order. */
export async function columnsOfTable(runner: QueryRunner, table: string): Promise<CatalogColumn[]> {
  return runner.query(
    `SELECT attname AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute
      WHERE attrelid = to_regclass(quote_ident($1)) AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
    [table],
  );
}

/** The SQL type of a column, as Postgres writes it; null when there is none. */
export async function columnType(runner: QueryRunner, table: string, column: string): Promise<string | null> {
  const [found]: { type: string }[] = await runner.query(
    `SELECT format_type(atttypid, atttypmod) AS type FROM pg_attribute
      WHERE attrelid = to_regclass(quote_ident($1)) AND attname = $2 AND NOT attisdropped`,
    [table, column],
  );
  return found?.type ?? null;
}

/** The single column of a table's primary key. */
export async function primaryKey(runner: QueryRunner, table: string): Promise<string> {
  const found: { name: string }[] = await runner.query(
    `SELECT a.attname AS name FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey)
      WHERE i.indrelid = to_regclass(quote_ident($1)) AND i.indisprimary`,
    [table],
  );
  const [only] = found;
  if (!only || found.length > 1) throw new Error(`There is no table ${table} with a primary key of one column.`);
  return only.name;
}

/** A constraint or an index of its own, by what it is about. */
export interface NamedObject {
  readonly name: string;
  /** `p`, `u`, `f` as in pg_constraint; `i` for an index that no constraint made. */
  readonly kind: 'p' | 'u' | 'f' | 'i';
  readonly isUnique: boolean;
  readonly isPartial: boolean;
  readonly columns: readonly string[];
}

/** The constraints and plain indexes of a table. Indexes over expressions are nobody's but their author's. */
export async function namedObjects(runner: QueryRunner, table: string): Promise<NamedObject[]> {
  return runner.query(
    `SELECT c.conname AS name, c.contype AS kind, c.contype <> 'f' AS "isUnique", false AS "isPartial",
            ARRAY(SELECT a.attname::text FROM unnest(c.conkey) AS k JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k) AS columns
       FROM pg_constraint c WHERE c.conrelid = to_regclass(quote_ident($1)) AND c.contype IN ('p', 'u', 'f')
      UNION ALL
     SELECT n.relname, 'i', i.indisunique, i.indpred IS NOT NULL,
            ARRAY(SELECT a.attname::text FROM unnest(i.indkey) AS k JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k)
       FROM pg_index i JOIN pg_class n ON n.oid = i.indexrelid
      WHERE i.indrelid = to_regclass(quote_ident($1)) AND i.indexprs IS NULL
        AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid AND c.conrelid = i.indrelid)
      ORDER BY 1`,
    [table],
  );
}

/** Names TypeORM gives by itself. Anything else was named, or made, by somebody. */
export function isGeneratedName(name: string | undefined): boolean {
  return /^(PK|UQ|FK|IDX|REL|CHK|XCL)_[0-9a-f]{20,}(_ENUM)?$/.test(name ?? '');
}
