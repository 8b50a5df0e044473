import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { ContentType } from '@pipit/content-types';
import { UnitOfWork, type Ctx } from '@pipit/kernel';
import { TypeFields } from '@pipit/revisions';
import { csvFile, xlsxFile, type Cell } from '@pipit/spreadsheets';
import { DataSource, type QueryRunner } from 'typeorm';
import { badParameter } from '../list/list-scope.js';
import { RecordListing, type Statement } from '../list/record-listing.js';
import { keyCast, readKey } from '../record-key.js';
import type { RecordId, RecordSelection } from '../record-source.js';
import { RecordSources } from '../record-sources.js';
import { cellOfValue } from './cell.js';
import { transferColumns, type TransferColumn } from './transfer-columns.js';

/** What an export is asked for. */
export interface ExportWish {
  readonly format: 'csv' | 'xlsx';
  readonly selection: RecordSelection;
  /** Names of columns in their order; default all. */
  readonly columns?: readonly string[];
  /** What the heading calls columns. */
  readonly header: 'names' | 'labels';
  /** CSV only. */
  readonly byteOrderMark: boolean;
}

/** A file while it is being written. */
export interface ExportedFile {
  readonly stream: Readable;
  readonly fileName: string;
  readonly mimeType: string;
}

/** Rows read at a time. */
const BATCH = 500;
/** Whoever stops taking the file for so long gives the database connection back. */
const STALLED_MS = 60_000;

const MIME_TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

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
    const written = wish.format === 'csv' ? csvFile(rows, wish.byteOrderMark) : xlsxFile(rows);
    const day = new Date().toISOString().slice(0, 10);
    const fileName = `${type.name.replace(/[^\w.-]+/g, '-')}-${day}.${wish.format}`;
    return { stream: unlessStalled(written), fileName, mimeType: MIME_TYPES[wish.format] };
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
  ): AsyncGenerator<readonly (readonly Cell[])[]> {
    yield [heading];
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.connect();
      await runner.startTransaction('REPEATABLE READ');
      await runner.query('SET TRANSACTION READ ONLY');
      await runner.query(`DECLARE exported NO SCROLL CURSOR FOR ${statement.sql}`, [...statement.values]);
      const inner = { ...ctx, manager: runner.manager };
      for (;;) {
        const found: { key: unknown }[] = await runner.query(`FETCH ${BATCH} FROM exported`);
        if (found.length === 0) break;
        yield await this.cells(inner, type, columns, found);
      }
    } finally {
      await letGo(runner);
    }
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

async function letGo(runner: QueryRunner): Promise<void> {
  try {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
  } finally {
    await runner.release();
  }
}

/** A stream that ends by itself when nobody takes from it: it holds a connection to the database. */
function unlessStalled(chunks: AsyncGenerator<Uint8Array>): Readable {
  let timer: NodeJS.Timeout | undefined;
  const guarded = async function* (): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of chunks) {
        timer = setTimeout(() => stream.destroy(new Error('Nobody took the file any more.')), STALLED_MS);
        timer.unref();
        yield chunk;
        clearTimeout(timer);
      }
    } finally {
      clearTimeout(timer);
    }
  };
  const stream = Readable.from(guarded(), { objectMode: false });
  return stream;
}
