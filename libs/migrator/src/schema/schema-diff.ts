import type { DataSource, EntityMetadata, QueryRunner, Table, TableColumn } from 'typeorm';
import { TableColumn as Column } from 'typeorm';
import { Query } from 'typeorm/driver/Query.js';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import { RdbmsSchemaBuilder } from 'typeorm/schema-builder/RdbmsSchemaBuilder.js';
import { TableUtils } from 'typeorm/schema-builder/util/TableUtils.js';
import { isGeneratedName } from './catalog.js';
import { castOf } from './column-types.js';

/** Statements that bring the database to what the entities declare, and back; each list in the order it runs. */
export interface Statements {
  readonly up: string[];
  readonly down: string[];
}

/** Reading a schema asks one connection for many things at once; the driver still puts them in a line, and warns of it. */
function askingOneByOne(runner: QueryRunner): QueryRunner {
  const ask = runner.query.bind(runner) as (...args: unknown[]) => Promise<unknown>;
  let last: Promise<unknown> = Promise.resolve();
  const query = (...args: unknown[]): Promise<unknown> => {
    const answer = last.then(() => ask(...args));
    last = answer.catch(() => undefined);
    return answer;
  };
  return Object.assign(runner, { query });
}

/**
 * TypeORM's comparison, with three differences: objects it did not make are not its business, a column whose type
 * changes is altered and never dropped, and nothing is guessed to be a rename.
 */
export class SchemaDiff extends RdbmsSchemaBuilder {
  constructor(
    dataSource: DataSource,
    runner: QueryRunner,
    private readonly compared: readonly EntityMetadata[],
    private readonly named: ReadonlySet<string> = new Set(),
  ) {
    super(dataSource);
    this.queryRunner = askingOneByOne(runner);
  }

  async statements(): Promise<Statements> {
    this.tables = await this.queryRunner.getTables(this.entityToSyncMetadatas.map(({ tablePath }) => tablePath));
    this.views = [];
    for (const metadata of this.entityToSyncMetadatas) {
      const table = this.tableOf(metadata);
      if (table) leaveOut(table, metadata, this.named);
    }
    this.queryRunner.enableSqlMemory();
    try {
      await this.executeSchemaSyncOperationsInProperOrder();
      const { upQueries, downQueries } = this.queryRunner.getMemorySql();
      return { up: upQueries.map(textOf), down: downQueries.map(textOf).reverse() };
    } finally {
      this.queryRunner.disableSqlMemory();
    }
  }

  /** By name, so that the order in which files are loaded changes nothing. */
  protected override get entityToSyncMetadatas(): EntityMetadata[] {
    return this.compared
      .filter(({ synchronize, tableType }) => synchronize && tableType !== 'entity-child' && tableType !== 'view')
      .toSorted((a, b) => (a.tableName < b.tableName ? -1 : 1));
  }

  protected override get viewEntityToSyncMetadatas(): EntityMetadata[] {
    return [];
  }

  /** Renames have been made by now; what else vanished and appeared are two things. */
  protected override renameColumns(): Promise<void> {
    return Promise.resolve();
  }

  protected override async updateExistColumns(): Promise<void> {
    for (const metadata of this.entityToSyncMetadatas) {
      const table = this.tableOf(metadata);
      if (!table) continue;
      const { driver } = this.dataSource;
      for (const declared of driver.findChangedColumns(table.columns, metadata.columns)) {
        const stored = table.columns.find(({ name }) => name === declared.databaseName);
        if (stored) this.alterType(metadata.tableName, stored, declared);
      }
    }
    await super.updateExistColumns();
  }

  /** Writes the change of a type, and lets the rest of the comparison believe it was made. */
  private alterType(table: string, stored: TableColumn, declared: ColumnMetadata): void {
    const wanted = new Column(TableUtils.createTableColumnOptions(declared, this.dataSource.driver));
    this.fillEmpty(table, stored, wanted);
    if (stored.enum || wanted.enum || wanted.generatedType || stored.generatedType) return;
    const full = (column: TableColumn): string => this.dataSource.driver.createFullType(column).toLowerCase();
    const change = { from: sqlName(full(stored)), to: sqlName(full(wanted)) };
    if (change.from === change.to) return;
    const alter = `ALTER TABLE "${table}" ALTER COLUMN "${stored.name}"`;
    const hasDefault = stored.default !== undefined && stored.default !== null;
    if (hasDefault) {
      this.remember(`${alter} DROP DEFAULT`, `${alter} SET DEFAULT ${String(stored.default)}`);
    }
    const back = { from: change.to, to: change.from };
    this.remember(
      `${alter} TYPE ${change.to} USING ${castOf(stored.name, change)}`,
      `${alter} TYPE ${change.from} USING ${castOf(stored.name, back)}`,
    );
    const { type, length, precision, scale, isArray } = wanted;
    Object.assign(stored, { type, length, precision, scale, isArray, default: undefined });
  }

  /** A column that may be empty no longer gets its default first, where it has one. */
  private fillEmpty(table: string, stored: TableColumn, wanted: TableColumn): void {
    if (!stored.isNullable || wanted.isNullable || wanted.default === undefined || wanted.default === null) return;
    const { name } = stored;
    this.remember(`UPDATE "${table}" SET "${name}" = ${String(wanted.default)} WHERE "${name}" IS NULL`, null);
  }

  private remember(up: string, down: string | null): void {
    const memory = this.queryRunner.getMemorySql();
    memory.upQueries.push(new Query(up));
    if (down !== null) memory.downQueries.push(new Query(down));
  }

  private tableOf(metadata: EntityMetadata): Table | undefined {
    return this.tables.find(({ name }) => name.split('.').at(-1) === metadata.tableName);
  }
}

/** Takes out of a loaded table what somebody made by hand: the comparison neither drops nor changes it. */
function leaveOut(table: Table, metadata: EntityMetadata, named: ReadonlySet<string>): void {
  const kept = <T extends { name?: string }>(found: T[], declared: readonly { name: string }[]): T[] =>
    found.filter(
      ({ name }) => isGeneratedName(name) || named.has(name ?? '') || declared.some((each) => each.name === name),
    );
  table.foreignKeys = kept(table.foreignKeys, metadata.foreignKeys);
  table.indices = kept(table.indices, metadata.indices);
  table.checks = kept(table.checks, metadata.checks);
  table.exclusions = kept(table.exclusions, metadata.exclusions);
  const uniques = kept(table.uniques, metadata.uniques);
  for (const column of table.columns) {
    const among = (all: typeof uniques): boolean =>
      all.some(({ columnNames }) => columnNames.length === 1 && columnNames[0] === column.name);
    if (among(table.uniques) && !among(uniques)) column.isUnique = false;
  }
  table.uniques = uniques;
}

function textOf({ query, parameters }: Query): string {
  if (parameters?.length) throw new Error(`A schema change came with parameters: ${query}`);
  return query.trim();
}

/** The names Postgres itself uses, so that two spellings of one type are no change. */
function sqlName(type: string): string {
  return type
    .replace(/^varchar/, 'character varying')
    .replace(/^(int4|int)\b/, 'integer')
    .replace(/^int8\b/, 'bigint')
    .replace(/^(time|timestamp)tz\b/, '$1 with time zone')
    .replace(/^decimal\b/, 'numeric');
}
