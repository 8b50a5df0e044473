import { Injectable } from '@nestjs/common';
import type { ContentType } from '@pipit/content-types';
import { UnitOfWork, readInBatches, type Ctx } from '@pipit/kernel';
import { TypeFields } from '@pipit/revisions';
import { tableFile, type Cell, type ExportedFile, type TableFormat, type TableRows } from '@pipit/spreadsheets';
import { DataSource } from 'typeorm';
import { badParameter } from '../list/list-scope.js';
import { RecordListing, type Statement } from '../list/record-listing.js';
import { keyCast, readKey } from '../record-key.js';
import type { RecordId, RecordSelection } from '../record-source.js';
import { RecordSources } from '../record-sources.js';
import { cellOfValue } from './cell.js';
import { transferColumns, type TransferColumn } from './transfer-columns.js';

/** What an export is asked for. */
export interface ExportWish {
  readonly format: TableFormat;
  readonly selection: RecordSelection;
  /** Names of columns in their order; default all. */
  readonly columns?: readonly string[];
  /** What the heading calls columns. */
  readonly header: 'names' | 'labels';
  /** CSV only. */
  readonly byteOrderMark: boolean;
}

/** Writes rows of a type into files, all from one moment, however long it takes to fetch them. */
@Injectable()
export class ExportRecords {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sources: RecordSources,
    private readonly listing: RecordListing,
    private readonly fields: TypeFields,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** The file, which is read from the database while it is fetched. Refusals come before its first byte. */
  async start(ctx: Ctx, type: ContentType, wish: ExportWish): Promise<ExportedFile> {
    const statement = await this.listing.keys(ctx, type, wish.selection);
    const columns = await this.columns(ctx, type, wish.columns);
    await this.unitOfWork.run(ctx, async (tx) => {
      const names = columns.map(({ name }) => name);
      const subject = { type: type.name, id: 0, label: type.labelPlural };
      tx.record({ action: 'record.export', subject, data: { format: wish.format, columns: names } });
    });
    const heading = columns.map(({ name, label }) => (wish.header === 'labels' ? label : name));
    const rows = this.rows(ctx, type, statement, columns, heading);
    return tableFile(type.name, rows, wish);
  }

  private async columns(ctx: Ctx, type: ContentType, names?: readonly string[]): Promise<TransferColumn[]> {
    const { readable } = await this.fields.mask(ctx, type);
    const all = transferColumns(type, this.sources.require(type.name).source.table(type), readable);
    if (!names) return all;
    return names.map((name) => {
      const column = all.find((each) => each.name === name);
      if (!column) throw badParameter('columns', `There is no column “${name.slice(0, 100)}”.`);
      return column;
    });
  }

  /** Batches of cells, the heading first. */
  private async *rows(
    ctx: Ctx,
    type: ContentType,
    statement: Statement,
    columns: readonly TransferColumn[],
    heading: readonly string[],
  ): TableRows {
    yield [heading];
    for await (const { manager, rows } of readInBatches<{ key: unknown }>(this.dataSource, statement))
      yield await this.cells({ ...ctx, manager }, type, columns, rows);
  }

  private async cells(
    ctx: Ctx,
    type: ContentType,
    columns: readonly TransferColumn[],
    found: readonly { key: unknown }[],
  ): Promise<Cell[][]> {
    const { source } = this.sources.require(type.name);
    const key = ctx.manager.connection.getMetadata(type.target as never).primaryColumns[0]!;
    const ids = found.map((row) => readKey(key, row.key));
    const fields = await source.read(ctx, type, ids);
    const others = await this.others(ctx, type, columns, ids, keyCast(key));
    return ids.map((id) =>
      columns.map(({ name, field }) => {
        if (field) return cellOfValue(field, fields.get(id)?.[field.name] ?? null);
        return name === 'id' ? id : (others.get(String(id))?.[name] ?? null);
      }),
    );
  }

  /** The uuid and the state of some rows. */
  private async others(
    ctx: Ctx,
    type: ContentType,
    columns: readonly TransferColumn[],
    ids: readonly RecordId[],
    cast: string,
  ): Promise<Map<string, Record<string, string | null>>> {
    const names = columns.filter(({ field, name }) => !field && name !== 'id').map(({ name }) => name);
    if (names.length === 0) return new Map();
    const { metadata } = ctx.manager.getRepository(type.target as never);
    const { uuid, state = 'NULL' } = this.sources.require(type.name).source.table(type);
    const [key] = metadata.primaryColumns;
    const uuidColumn = uuid ? metadata.findColumnWithPropertyName(uuid) : undefined;
    const rows: (Record<string, string | null> & { key: string })[] = await ctx.manager.query(
      `SELECT t."${key!.databaseName}"::text AS key, ${uuidColumn ? `t."${uuidColumn.databaseName}"` : 'NULL'} AS uuid, ${state} AS state
         FROM "${metadata.tablePath}" t WHERE t."${key!.databaseName}" = ANY($1::${cast}[])`,
      [ids],
    );
    return new Map(rows.map((row) => [row.key, row]));
  }
}
