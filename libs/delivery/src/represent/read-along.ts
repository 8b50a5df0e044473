import type { Reading } from '../cache/tracked-reader.js';
import type { Column, Row, RowSource } from '../model/api-model.js';
import type { SelectedField, Selection } from '../model/selection.js';
import { SqlParameters } from '../query/sql-parameters.js';
import type { ApiRequest } from './api-request.js';
import { linkedPage } from './linked-page.js';
import { allColumns } from './row-loader.js';

/** A statement with the values of its placeholders. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** A statement that reads what its rows point at too. */
export interface AlongStatement extends Statement {
  readonly followed: readonly Followed[];
}

/** A reference whose target is read in the statement that reads the row. */
export interface Followed {
  readonly key: string;
  readonly source: RowSource;
  readonly columns: readonly Column[];
  /** SQL: readers may see the target. */
  readonly where: (params: SqlParameters) => string | null;
  /** Puts what was found where its printer looks for it. */
  readonly know: (request: ApiRequest, id: number, row: Row | null) => void;
}

/**
 * Reads rows together with what they point at, one level deep, in one round trip: whoever prints a reference finds its
 * target read already. Targets of several columns that JSON would write otherwise are left to their printers.
 */
export function readAlong(
  selection: Selection,
  statement: Statement,
  reading: Reading,
  request: ApiRequest,
): Promise<Row[]> {
  return readStatement(alongStatement(selection, statement, request), reading, request);
}

/** The statement that does so; the values it adds come after those of the one it is made of. */
export function alongStatement(selection: Selection, { text, values }: Statement, request: ApiRequest): AlongStatement {
  const followed = [...selection.meta, ...selection.body].flatMap((each) => followedBy(each, request));
  if (followed.length === 0) return { text, values, followed };
  const params = new SqlParameters(values);
  const targets = followed.map((each, index) => `${targetSql(each, params)} AS "${alongKey(index)}"`);
  return { text: `SELECT t.*, ${targets.join(', ')} FROM (${text}) t`, values: params.values, followed };
}

/** Reads its rows, and takes in what they point at. */
async function readStatement(
  { text, values, followed }: AlongStatement,
  reading: Reading,
  request: ApiRequest,
): Promise<Row[]> {
  const rows = await request.reader.rows(text, values, reading);
  for (const row of rows) takeAlong(row, followed, request);
  return rows;
}

/** Takes in what a row points at. */
export function takeAlong(row: Row, followed: readonly Followed[], request: ApiRequest): void {
  for (let index = 0; index < followed.length; index += 1) {
    const { key, know } = followed[index] as Followed;
    const id = row[key] as number | null;
    if (id === null) continue;
    const target = row[alongKey(index)];
    know(request, id, target === null ? null : (JSON.parse(String(target)) as Row));
  }
}

const alongKey = (index: number): string => `along_${index}`;

function targetSql({ key, source, columns, where }: Followed, params: SqlParameters): string {
  const members = allColumns(source.id, columns).map((column) => `'${column.key}', ${column.sql}`);
  const condition = where(params);
  const visible = condition === null ? '' : ` AND (${condition})`;
  return `(SELECT json_build_object(${members.join(', ')}) FROM ${source.from} WHERE ${source.id} = t."${key}"${visible})`;
}

function followedBy({ field: { follows }, nested }: SelectedField, request: ApiRequest): Followed[] {
  if (!follows) return [];
  const target = follows.as === 'nested' ? nested : linkedPage(request);
  // What is shown whole is read as its own type.
  if (!target || target.wholeOf || target.model.source.key !== 'id' || !target.columns.every(({ isPlain }) => isPlain))
    return [];
  const { columns } = target;
  const { source } = target.model;
  const { key } = follows.column;
  if (follows.as === 'parent') {
    const where = (params: SqlParameters): string => request.visibility.conditionOfParent(params);
    return [{ key, source, columns, where, know: (of, id, row) => of.knowParent(id, row) }];
  }
  const visible = request.visibleTo(source);
  return [{ key, source, columns, where: () => visible, know: (of, id, row) => of.know(target, id, row) }];
}
