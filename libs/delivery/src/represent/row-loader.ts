import { anyOf } from '@pipit/kernel';
import { MAX_ID, UUID_PATTERN, type EntityId } from '@pipit/content-types';
import type { Column, KeyKind, Row, RowSource } from '../model/api-model.js';
import type { TrackedReader } from '../cache/tracked-reader.js';
import { Gathered } from './gathered.js';
import type { Soon } from './soon.js';

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
  private readonly shapes = new Map<string, Gathered<EntityId, ReadonlyMap<EntityId, Row>>>();

  /** What was read along, by the choice of columns it was read for. */
  private readonly known = new Map<readonly Column[], KnownRows>();

  constructor(private readonly reader: TrackedReader) {}

  /** Takes in what was read along with the rows that point at it; null where there is nothing to be seen. */
  know(columns: readonly Column[], id: EntityId, row: Row | null): void {
    let known = this.known.get(columns);
    if (!known) this.known.set(columns, (known = new KnownRows()));
    known.add(id, row);
  }

  /** Rows by key; those that do not exist or do not satisfy `where` are absent. */
  load(
    source: RowSource,
    columns: readonly Column[],
    ids: readonly EntityId[],
    where: string | null,
  ): Soon<ReadonlyMap<EntityId, Row>> {
    // Content may still hold keys of another form, from before its target got another one.
    const possible = ids.filter(CAN_BE[source.key]);
    if (possible.length === 0) return new Map();
    const known = this.known.get(columns);
    if (known?.hasAll(possible)) return known.rows;
    const { subject } = source;
    const text = statementOf(source, columns, where);
    let shape = this.shapes.get(text);
    if (!shape) {
      shape = new Gathered(async (wanted) => {
        const unique = [...new Set(wanted)];
        return byId(await this.reader.rows(text, [unique], { of: { table: subject, ids: unique } }), source.key);
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

/** Statements by what they read: choices of columns are few and live long. */
const statements = new WeakMap<readonly Column[], Map<string, string>>();

function statementOf({ from, id, key }: RowSource, columns: readonly Column[], where: string | null): string {
  const known = statements.get(columns) ?? new Map<string, string>();
  statements.set(columns, known);
  const condition = `${from} WHERE ${anyOf(id, '$1', ARRAYS[key])}${where ? ` AND ${where}` : ''}`;
  const text = known.get(condition) ?? `SELECT ${selectList(id, columns)} FROM ${condition}`;
  known.set(condition, text);
  return text;
}

/** Rows that were looked for, by key, with those that cannot be seen. */
export class KnownRows {
  readonly rows = new Map<EntityId, Row>();
  private readonly hidden = new Set<EntityId>();

  add(id: EntityId, row: Row | null): void {
    if (row === null) this.hidden.add(id);
    else this.rows.set(id, row);
  }

  /** True when all of these were looked for. */
  hasAll(ids: readonly EntityId[]): boolean {
    return ids.every((id) => this.rows.has(id) || this.hidden.has(id));
  }
}

/** The id and the columns the printers read. */
export function allColumns(id: string, columns: readonly Column[]): Column[] {
  return [{ key: 'id', sql: id }, ...columns.filter(({ key }) => key !== 'id')];
}

/** What a SELECT names of them. */
export function selectList(id: string, columns: readonly Column[]): string {
  return allColumns(id, columns)
    .map(({ key, sql }) => `${sql} AS "${key}"`)
    .join(', ');
}

function byId(rows: readonly Row[], kind: KeyKind): Map<EntityId, Row> {
  const read = (row: Row): Row => (kind === 'bigint' ? { ...row, id: keyAs(kind, row['id'] as EntityId) } : row);
  return new Map(rows.map(read).map((row) => [row['id'] as EntityId, row]));
}
