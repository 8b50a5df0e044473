import type { Column, Row, RowSource } from '../model/api-model.js';
import type { RowReader } from '../query/content-reader.js';
import { Gathered } from './gathered.js';

/** Reads rows that references point at. */
export class RowLoader {
  private readonly shapes = new Map<string, Gathered<number, Map<number, Row>>>();

  constructor(private readonly reader: RowReader) {}

  /** Rows by id; those that do not exist or do not satisfy `where` are absent. */
  async load(
    source: RowSource,
    columns: readonly Column[],
    ids: readonly number[],
    where: string | null,
  ): Promise<Map<number, Row>> {
    if (ids.length === 0) return new Map();
    const { from, id } = source;
    const text = `SELECT ${selectList(id, columns)} FROM ${from} WHERE ${id} = ANY($1::int[])${where ? ` AND ${where}` : ''}`;
    let shape = this.shapes.get(text);
    if (!shape) {
      shape = new Gathered(async (wanted) => byId(await this.reader.rows(text, [[...new Set(wanted)]])));
      this.shapes.set(text, shape);
    }
    return shape.get(ids);
  }
}

/** What a SELECT names: the id and the columns the printers read. */
export function selectList(id: string, columns: readonly Column[]): string {
  return [{ key: 'id', sql: id }, ...columns.filter(({ key }) => key !== 'id')]
    .map(({ key, sql }) => `${sql} AS "${key}"`)
    .join(', ');
}

function byId(rows: readonly Row[]): Map<number, Row> {
  return new Map(rows.map((row) => [row['id'] as number, row]));
}
