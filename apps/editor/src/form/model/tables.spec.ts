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
