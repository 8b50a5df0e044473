import { UUID_PATTERN, type ContentType } from '@pipit/content-types';
import { notFound, type Ctx } from '@pipit/kernel';
import { parseKey, readKey } from '../record-key.js';
import type { LatestValues, RecordId, RecordSource } from '../record-source.js';
import type { ImportRow } from './import-row.js';

const UUID = new RegExp(UUID_PATTERN);

/** The rows an import names as they are stored, read for many lines of the file at a time. */
export class StoredRows {
  private keysByUuid: ReadonlyMap<string, RecordId> = new Map();
  private values = new Map<RecordId, LatestValues>();

  constructor(
    private readonly type: ContentType,
    private readonly source: RecordSource,
  ) {}

  /** Reads what the next lines of the file are about. */
  async readAhead(ctx: Ctx, rows: readonly ImportRow[]): Promise<void> {
    const uuids = rows.flatMap(({ id, uuid }) =>
      id === '' && UUID.test(uuid.toLowerCase()) ? [uuid.toLowerCase()] : [],
    );
    this.keysByUuid = await this.keysOf(ctx, uuids);
    const keys = rows.flatMap((row) => this.namedKey(ctx, row) ?? []);
    this.values = new Map(keys.length > 0 ? await this.source.latest(ctx, this.type, [...new Set(keys)]) : []);
  }

  /** The key of the row a line names; null for lines that name none. */
  keyOf(ctx: Ctx, row: ImportRow): RecordId | null {
    const isNamed = row.id !== '' || (row.uuid !== '' && this.source.table(this.type).uuid !== undefined);
    if (!isNamed) return null;
    const key = this.namedKey(ctx, row);
    if (key !== null) return key;
    const { id, uuid } = row;
    const name = id !== '' ? id.slice(0, 100) : `with the uuid ${uuid.slice(0, 100)}`;
    throw notFound(`There is no ${this.type.label} ${name}.`);
  }

  /** What a row says now. */
  async of(ctx: Ctx, key: RecordId): Promise<LatestValues> {
    const found = this.values.get(key) ?? (await this.source.latest(ctx, this.type, [key])).get(key);
    if (!found) throw notFound(`There is no ${this.type.label} ${key}.`);
    return found;
  }

  /** The row is not what it was. True when that could have been news. */
  forget(key: RecordId): boolean {
    return this.values.delete(key);
  }

  private namedKey(ctx: Ctx, { id, uuid }: ImportRow): RecordId | null {
    if (id === '') return this.keysByUuid.get(uuid.toLowerCase()) ?? null;
    return parseKey(this.metadata(ctx).primaryColumns[0]!, id);
  }

  private async keysOf(ctx: Ctx, uuids: readonly string[]): Promise<Map<string, RecordId>> {
    const { uuid: property } = this.source.table(this.type);
    if (uuids.length === 0 || !property) return new Map();
    const metadata = this.metadata(ctx);
    const column = metadata.findColumnWithPropertyName(property)!.databaseName;
    const key = metadata.primaryColumns[0]!;
    const rows: { key: unknown; uuid: string }[] = await ctx.manager.query(
      `SELECT "${key.databaseName}" AS key, "${column}"::text AS uuid FROM "${metadata.tablePath}"
        WHERE "${column}"::text = ANY($1)`,
      [uuids],
    );
    return new Map(rows.map((row) => [row.uuid, readKey(key, row.key)]));
  }

  private metadata({ manager }: Ctx) {
    return manager.getRepository(this.type.target as never).metadata;
  }
}
