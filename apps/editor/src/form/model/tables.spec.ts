import {
  insertColumn,
  insertRow,
  moveColumn,
  moveRow,
  pasteCells,
  readTable,
  removeColumn,
  removeRow,
  setCell,
  setHeaders,
} from './table';
import { alignCell, alignmentAt, areaAt, mergeCell, splitCell } from './table-cells';
import { addColumn, insertTypedRow, moveTypedColumn, readTypedTable, removeTypedColumn } from './typed-table';

const stored = {
  data: [['Day', 'High'], ['Mon', null], ['Tue']],
  first_row_is_table_header: true,
  first_col_is_header: false,
  table_caption: 'Tides',
  cell: [],
};

describe('a plain table', () => {
  const table = readTable(stored);

  it('reads ragged rows and keeps keys it has no use for', () => {
    expect(table.data).toEqual([
      ['Day', 'High'],
      ['Mon', ''],
      ['Tue', ''],
    ]);
    expect(table.cell).toEqual([]);
    expect(readTable(null).data).toEqual([]);
  });

  it('changes cells, rows and columns', () => {
    expect(setCell(table, 1, 1, '04:12').data[1]).toEqual(['Mon', '04:12']);
    expect(insertRow(table, 1).data).toHaveLength(4);
    expect(moveRow(removeRow(table, 0), 0, 1).data.map((row) => row[0])).toEqual(['Tue', 'Mon']);
    expect(insertColumn(table, 1).data[0]).toEqual(['Day', '', 'High']);
    expect(moveColumn(table, 0, 1).data[0]).toEqual(['High', 'Day']);
    expect(removeColumn(table, 0).data[0]).toEqual(['High']);
  });

  it('says its headers in both stored ways', () => {
    expect(setHeaders(table, true, true)).toMatchObject({
      first_row_is_table_header: true,
      first_col_is_header: true,
      table_header_choice: 'both',
    });
    expect(setHeaders(table, false, false).table_header_choice).toBe('neither');
  });

  it('takes in cells copied from a spreadsheet and grows for them', () => {
    expect(pasteCells(table, 2, 1, 'a\tb\nc\td\n').data).toEqual([
      ['Day', 'High', ''],
      ['Mon', '', ''],
      ['Tue', 'a', 'b'],
      ['', 'c', 'd'],
    ]);
  });
});

describe('a typed table', () => {
  const table = readTypedTable({
    columns: [{ type: 'text', heading: 'Boat' }],
    rows: [{ values: ['Sula'] }, { values: [] }],
    caption: 'Boats',
  });

  it('keeps as many values in a row as there are columns', () => {
    expect(table.rows).toEqual([{ values: ['Sula'] }, { values: [null] }]);
    const wider = addColumn(table, 'number', null);
    expect(wider.rows[0]!.values).toEqual(['Sula', null]);
    expect(moveTypedColumn(wider, 1, 0).rows[0]!.values).toEqual([null, 'Sula']);
    expect(removeTypedColumn(wider, 0).columns).toEqual([{ type: 'number', heading: '' }]);
    expect(insertTypedRow(table, 0, ['Tern']).rows[0]!.values).toEqual(['Tern']);
  });
});

describe('what lies on the cells of a table', () => {
  const table = readTable({
    data: [
      ['a', 'b', 'c'],
      ['d', 'e', 'f'],
      ['g', 'h', 'i'],
    ],
    cell: [{ row: 1, col: 1, className: 'htCenter htMiddle' }],
    mergeCells: [{ row: 0, col: 0, rowspan: 2, colspan: 1 }],
  });

  it('goes with them when lines are put in, removed and moved', () => {
    expect(alignmentAt(insertRow(table, 0), 2, 1)).toBe('htCenter');
    expect(alignmentAt(moveColumn(table, 1, 0), 1, 0)).toBe('htCenter');
    expect(removeRow(table, 1).cell).toEqual([]);
  });

  it('grows and shrinks with merged cells', () => {
    expect(insertRow(table, 1).mergeCells).toEqual([{ row: 0, col: 0, rowspan: 3, colspan: 1 }]);
    expect(removeRow(table, 1).mergeCells).toEqual([]);
    expect(insertColumn(table, 0).mergeCells).toEqual([{ row: 0, col: 1, rowspan: 2, colspan: 1 }]);
  });

  it('is aligned without losing other words about the cell', () => {
    expect(alignCell(table, 1, 1, 'htRight').cell).toEqual([{ row: 1, col: 1, className: 'htRight htMiddle' }]);
    expect(alignCell(table, 2, 2, 'htLeft').cell).toEqual(table.cell);
  });

  it('joins cells with their words, and parts them again', () => {
    const joined = mergeCell(table, 2, 1, 'col')!;
    expect(joined.data[2]).toEqual(['g', 'h i', '']);
    expect(areaAt(joined, 2, 2)).toBe('hidden');
    expect(areaAt(splitCell(joined, 2, 1), 2, 2)).toBeNull();
    expect(mergeCell(table, 0, 2, 'col')).toBeNull();
    expect(mergeCell(table, 0, 0, 'col')?.data[0]).toEqual(['a b d e', '', 'c']);
  });
});
