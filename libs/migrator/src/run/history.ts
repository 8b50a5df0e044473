import type { DataSource, QueryRunner } from 'typeorm';

/** Which migrations have run on a database, in the order they did. The table is TypeORM's. */
export class History {
  constructor(private readonly table: string) {}

  /** Names in the order they ran; none on a database that was never migrated. */
  async names(source: QueryRunner | DataSource): Promise<string[]> {
    const [found]: { exists: boolean }[] = await source.query(
      `SELECT to_regclass(quote_ident($1)) IS NOT NULL AS exists`,
      [this.table],
    );
    if (!found?.exists) return [];
    const rows: { name: string }[] = await source.query(`SELECT name FROM "${this.table}" ORDER BY id`);
    return rows.map(({ name }) => name);
  }

  /** Makes the table where it is not there yet. */
  async prepare(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE IF NOT EXISTS "${this.table}" (id SERIAL PRIMARY KEY, "timestamp" bigint NOT NULL, name character varying NOT NULL)`,
    );
  }

  /** Notes that a migration has run. */
  async add(runner: QueryRunner, name: string, timestamp: number): Promise<void> {
    await runner.query(`INSERT INTO "${this.table}" ("timestamp", name) VALUES ($1, $2)`, [timestamp, name]);
  }

  /** Notes that a migration was taken back. */
  async remove(runner: QueryRunner, name: string): Promise<void> {
    await runner.query(`DELETE FROM "${this.table}" WHERE name = $1`, [name]);
  }
}
