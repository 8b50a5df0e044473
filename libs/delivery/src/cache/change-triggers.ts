import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';
import { identifier } from '../query/sql-parameters.js';
import { changedRows, OPERATIONS } from './changed-rows.js';
import { WatchedTables, type WatchedTable } from './watched-tables.js';

/** How the names of our triggers and their functions begin. */
const PREFIX = 'pipit_content';
/** Keeps two processes that start at the same time from making the same triggers. */
const LOCK = 7_471_102;
/**
 * The plan is kept that was made for the first statement, which changes a row as a rule; one that goes through all rows
 * for each would take minutes where thousands change.
 */
const PLANNED = 'SET enable_nestloop TO off';

interface Wanted {
  readonly name: string;
  readonly table: string;
  readonly sql: string;
}

/**
 * Triggers that tell of every change of what the content API reads, in the transaction that makes it: by whichever
 * action, import, migration or hand it is made. Each has a function of its own, whose query Postgres plans once for each
 * connection: planning it at every write took longer than most writes. What a trigger says is part of its name, so that
 * one that says something else is made anew.
 */
@Injectable()
export class ChangeTriggers {
  constructor(
    private readonly dataSource: DataSource,
    private readonly tables: WatchedTables,
  ) {}

  /**
   * Makes the triggers that are missing, and answers the tables whose changes are told. A database that was not
   * migrated yet has none.
   */
  async ensure(): Promise<ReadonlySet<string>> {
    const wanted = this.tables.all().flatMap(wantedOf);
    if ((await this.missing(wanted)).length > 0) await this.make(wanted);
    const absent = new Set((await this.missing(wanted)).map(({ table }) => table));
    return new Set(wanted.map(({ table }) => table).filter((table) => !absent.has(table)));
  }

  private make(wanted: readonly Wanted[]): Promise<void> {
    return this.dataSource.transaction(async ({ queryRunner }) => {
      const runner = queryRunner as QueryRunner;
      await runner.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
      await runner.query(`SET LOCAL lock_timeout = '5s'`);
      const missing = await this.missing(wanted, runner);
      const [made] = (await runner.query(`SELECT to_regproc('pipit_content_tell') AS made`)) as { made: unknown }[];
      const tables = await this.present(runner);
      if (!made?.made) return;
      const statements = missing.filter(({ table }) => tables.has(table)).map(({ sql }) => sql);
      const old = await this.outdated(runner, wanted);
      if (statements.length + old.length > 0) await runner.query([...old, ...statements].join(';\n'));
      await this.dropUncalled(runner);
    });
  }

  private async missing(wanted: readonly Wanted[], on: DataSource | QueryRunner = this.dataSource): Promise<Wanted[]> {
    const found = new Set((await this.existing(on)).map(({ table, name }) => `${table} ${name}`));
    return wanted.filter(({ table, name }) => !found.has(`${table} ${name}`));
  }

  private async outdated(runner: QueryRunner, wanted: readonly Wanted[]): Promise<string[]> {
    const known = new Set(wanted.map(({ table, name }) => `${table} ${name}`));
    const old = (await this.existing(runner)).filter(({ table, name }) => !known.has(`${table} ${name}`));
    return old.map(({ table, name }) => `DROP TRIGGER ${identifier(name)} ON ${identifier(table)}`);
  }

  /** What nothing calls any more, as after a table went. */
  private async dropUncalled(runner: QueryRunner): Promise<void> {
    const found = (await runner.query(
      `SELECT proname AS name FROM pg_proc p
        WHERE pronamespace = current_schema()::regnamespace AND prorettype = 'trigger'::regtype AND proname LIKE '${PREFIX}\\_%\\_%'
          AND NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgfoid = p.oid)`,
    )) as { name: string }[];
    const statements = found.map(({ name }) => `DROP FUNCTION ${identifier(name)}()`);
    if (statements.length > 0) await runner.query(statements.join(';\n'));
  }

  private existing(on: DataSource | QueryRunner): Promise<{ table: string; name: string }[]> {
    return on.query(
      `SELECT t.tgname AS name, c.relname AS "table" FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
        WHERE t.tgname LIKE '${PREFIX}\\_%' AND t.tgenabled <> 'D' AND c.relnamespace = current_schema()::regnamespace`,
    ) as Promise<{ table: string; name: string }[]>;
  }

  private async present(runner: QueryRunner): Promise<Set<string>> {
    const rows = (await runner.query(
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace`,
    )) as { name: string }[];
    return new Set(rows.map(({ name }) => name));
  }
}

function wantedOf(table: WatchedTable): Wanted[] {
  const operations = OPERATIONS.filter((operation) => !(operation === 'INSERT' && table.ignoresNew));
  return operations.map((operation) => {
    const { rows, references } = changedRows(table, operation);
    const says = telling(table, rows);
    const digest = createHash('md5').update(`${table.name} ${operation} ${PLANNED} ${says}`).digest('hex').slice(0, 12);
    const name = `${PREFIX}_${operation.toLowerCase()}_${digest}`;
    const sql = [
      `CREATE OR REPLACE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql ${PLANNED} AS $pipit$ ${says} $pipit$`,
      `CREATE TRIGGER ${name} AFTER ${operation} ON ${identifier(table.name)} ${references} FOR EACH STATEMENT EXECUTE FUNCTION ${name}()`,
    ].join(';\n');
    return { name, table: table.name, sql };
  });
}

/**
 * What a trigger does. One that no longer fits its table must not stand in the way of a write: then the whole table
 * counts as changed.
 */
function telling({ name, subject }: WatchedTable, rows: string): string {
  const tell = `PERFORM pipit_content_tell('${name}', '${subject}',`;
  const whole = `${tell} true, true, '', '')`;
  if (rows === '') return `BEGIN ${whole}; RETURN NULL; END`;
  return `
    DECLARE told record;
    BEGIN
      BEGIN
        SELECT * INTO told FROM (${rows}) summary;
      EXCEPTION WHEN undefined_column OR undefined_table OR undefined_function OR datatype_mismatch THEN
        ${whole};
        RETURN NULL;
      END;
      IF told.ids IS NOT NULL THEN
        ${tell} told.many, told.shown, told.ids, told.types);
      END IF;
      RETURN NULL;
    END`;
}
