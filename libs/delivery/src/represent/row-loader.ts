import { MAX_ID, UUID_PATTERN, type EntityId } from '@pipit/content-types';
import type { Column, KeyKind, Row, RowSource } from '../model/api-model.js';
import type { TrackedReader } from '../cache/tracked-reader.js';
import { Gathered } from './gathered.js';

const ARRAYS: Readonly<Record<KeyKind, string>> = { id: 'int[]', bigint: 'bigint[]', uuid: 'uuid[]', text: 'text[]' };
const UUID = new RegExp(UUID_PATTERN);
const EIGHT_BYTES = 2n ** 63n;
const CAN_BE: Readonly<Record<KeyKind, (id: EntityId) => boolean>> = {
  id: (id) => Number.isInteger(Number(id)) && Math.abs(Number(id)) <= MAX_ID,
  bigint: (id) => /^-?\d{1,19}$/.test(String(id)) && BigInt(id) < EIGHT_BYTES && BigInt(id) >= -EIGHT_BYTES,
  uuid: (id) => UUID.test(String(id)),
  text: (id) => typeof id === 'string',
};

/** Reads rows that references point at. */
export class RowLoader {
  private readonly shapes = new Map<string, Gathered<EntityId, Map<EntityId, Row>>>();

  constructor(private readonly reader: TrackedReader) {}

  /** Rows by key; those that do not exist or do not satisfy `where` are absent. */
  async load(
    source: RowSource,
    columns: readonly Column[],
    ids: readonly EntityId[],
    where: string | null,
  ): Promise<Map<EntityId, Row>> {
    // Content may still hold keys of another form, from before its target got another one.
    const possible = ids.filter(CAN_BE[source.key]);
    if (possible.length === 0) return new Map();
    const { from, subject, id, key } = source;
    const text = `SELECT ${selectList(id, columns)} FROM ${from} WHERE ${id} = ANY($1::${ARRAYS[key]})${where ? ` AND ${where}` : ''}`;
    let shape = this.shapes.get(text);
    if (!shape) {
      shape = new Gathered(async (wanted) => {
        const unique = [...new Set(wanted)];
        return byId(await this.reader.rows(text, [unique], { of: { table: subject, ids: unique } }), key);
      });
      this.shapes.set(text, shape);
    }
    return shape.get(possible);
  }
}

/** A key as content and answers carry it: those of eight bytes are numbers as long as none of their digits is lost. */
export function keyAs(kind: KeyKind, id: EntityId): EntityId {
  return kind === 'bigint' && Number.isSafeInteger(Number(id)) ? Number(id) : id;
}

/** What a SELECT names: the id and the columns the printers read. */
export function selectList(id: string, columns: readonly Column[]): string {
  return [{ key: 'id', sql: id }, ...columns.filter(({ key }) => key !== 'id')]
    .map(({ key, sql }) => `${sql} AS "${key}"`)
    .join(', ');
}

function byId(rows: readonly Row[], kind: KeyKind): Map<EntityId, Row> {
  const read = (row: Row): Row => (kind === 'bigint' ? { ...row, id: keyAs(kind, row['id'] as EntityId) } : row);
  return new Map(rows.map(read).map((row) => [row['id'] as EntityId, row]));
}
