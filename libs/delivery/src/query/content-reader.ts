import { Inject, Injectable } from '@nestjs/common';
import type { Rehearsal } from '@pipit/kernel';
import pg, { type Pool, type PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import type { Row } from '../model/api-model.js';
import { DELIVERY_OPTIONS, type DeliveryOptions } from '../options.js';
import { parserOf, preparedRead } from './prepared-read.js';

const { Client } = pg;

/** Statements beyond this many stay unnamed, as each name costs every connection memory for good. */
const MAX_PREPARED = 400;

/** A prepared statement outlived a change of its tables, or a pooler between us and Postgres lost it. */
const STALE = new Set(['0A000', '26000', '42P05']);

const TYPES = { getTypeParser: parserOf };

/** Reads rows by SQL. */
export interface RowReader {
  /** `repeats`: the same text will come again and again, so preparing it pays. */
  rows(text: string, values: readonly unknown[], repeats?: boolean): Promise<Row[]>;
}

/** Reads on the one connection of a rehearsal, and sees what was written there. */
export function readerOn(connection: Rehearsal): RowReader {
  return {
    rows: async (text, values) => {
      const result = await connection.query({ text, values: [...values], types: TYPES as never });
      return result.rows as Row[];
    },
  };
}

/** Reads rows by SQL on the pool TypeORM holds, as named prepared statements, which Postgres plans once. */
@Injectable()
export class ContentReader implements RowReader {
  private readonly names = new Map<string, string>();

  constructor(
    private readonly dataSource: DataSource,
    @Inject(DELIVERY_OPTIONS) private readonly options: Pick<DeliveryOptions, 'statementTimeout'>,
  ) {}

  async rows(text: string, values: readonly unknown[], repeats = true): Promise<Row[]> {
    const name = repeats ? this.nameOf(text) : undefined;
    try {
      return await this.run(text, values, name);
    } catch (error) {
      if (name === undefined || !STALE.has(String((error as { code?: unknown }).code))) throw error;
      return this.run(text, values, undefined);
    }
  }

  private async run(text: string, values: readonly unknown[], name: string | undefined): Promise<Row[]> {
    const pool = (this.dataSource.driver as unknown as { master: Pool }).master;
    const client = await pool.connect();
    let cancelling: Promise<unknown> | null = null;
    const late = setTimeout(() => (cancelling = this.cancel(client)), this.options.statementTimeout);
    let failure: Error | undefined;
    try {
      if (name !== undefined) return await preparedRead(client, { name, text }, values);
      const result = await client.query({ text, values: [...values], types: TYPES as never });
      return result.rows as Row[];
    } catch (error) {
      failure = error as Error;
      throw error;
    } finally {
      clearTimeout(late);
      // The connection is nobody else's before it is sure that whatever was cancelled was ours.
      await cancelling;
      client.release(failure);
    }
  }

  /** Ends what a connection does. A limit of the connection itself would cost each statement a round trip more. */
  private async cancel(client: PoolClient): Promise<void> {
    const { processID } = client as unknown as { processID: number };
    const { url } = this.dataSource.options as { url?: string };
    const other = new Client({ connectionString: url });
    other.on('error', () => undefined);
    await other
      .connect()
      .then(() => other.query('SELECT pg_cancel_backend($1)', [processID]))
      .catch(() => undefined);
    await other.end().catch(() => undefined);
  }

  private nameOf(text: string): string | undefined {
    const known = this.names.get(text);
    if (known || this.names.size >= MAX_PREPARED) return known;
    const name = `pipit_delivery_${this.names.size}`;
    this.names.set(text, name);
    return name;
  }
}
