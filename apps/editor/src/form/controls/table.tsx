import { Button, Checkbox } from '@mantine/core';
import { IconTable } from '@tabler/icons-react';
import { useState } from 'react';
import type { FieldOptions } from '../contract';
import type { ControlProps } from '../control';
import { emptyTable } from '../model/empty-value';
import {
  headersName,
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
  type TableValue,
} from '../model/table';
import { LineBox } from '../parts/text-box';
import { AxisMenu } from '../table/axis-menu';
import { moveBetweenCells } from '../table/cell-keys';
import { CellTools } from '../table/cell-tools';
import { TableCells } from '../table/table-row';
import css from '../table/table.module.css';

/** A plain table: cells of text, rows and columns that can be added, moved and deleted. */
export function TableControl({
  field,
  value,
  set,
  id,
  labelId,
  describedBy,
  readOnly,
}: ControlProps<TableValue | null>) {
  const { options } = field;
  const table = readTable(value);
  const [at, setAt] = useState<{ row: number; col: number } | null>(null);
  const width = table.data[0]?.length ?? 0;
  if (width === 0) {
    return (
      <Button
        id={id}
        leftSection={<IconTable size={18} stroke={1.75} aria-hidden />}
        disabled={readOnly}
        onClick={() => set({ ...table, ...emptyTable(), table_caption: table.table_caption })}
      >
        Start the table
      </Button>
    );
  }
  return (
    <div className={css.whole} role="group" aria-labelledby={labelId} aria-describedby={describedBy}>
      {options.caption !== false && (
        <LineBox
          id={id}
          value={table.table_caption}
          placeholder="Caption, read out before the table"
          aria-label="Caption"
          readOnly={readOnly}
          onText={(text) => set({ ...table, table_caption: text })}
        />
      )}
      <div className={css.scroll}>
        <table className={css.table} onKeyDown={moveBetweenCells}>
          {!readOnly && (
            <thead>
              <tr>
                <td />
                {Array.from({ length: width }, (_, column) => (
                  <td key={column} className={css.axis}>
                    <AxisMenu
                      axis="column"
                      index={column}
                      count={width}
                      onInsert={(at) => set(insertColumn(table, at))}
                      onMove={(to) => set(moveColumn(table, column, to))}
                      onRemove={() => set(removeColumn(table, column))}
                    />
                  </td>
                ))}
              </tr>
            </thead>
          )}
          <tbody>
            {table.data.map((_, row) => (
              <tr key={row}>
                {!readOnly && (
                  <td className={css.axis}>
                    <AxisMenu
                      axis="row"
                      index={row}
                      count={table.data.length}
                      onInsert={(at) => set(insertRow(table, at))}
                      onMove={(to) => set(moveRow(table, row, to))}
                      onRemove={() => set(removeRow(table, row))}
                    />
                  </td>
                )}
                <TableCells
                  table={table}
                  row={row}
                  readOnly={readOnly}
                  onText={(column, text) => set(setCell(table, row, column, text))}
                  onCells={(column, text) => set(pasteCells(table, row, column, text))}
                  onEnter={(col) => setAt({ row, col })}
                />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {!readOnly && (
        <div className={css.foot}>
          <Button
            size="xs"
            disabled={table.data.length >= (options.maxRows ?? Infinity)}
            onClick={() => set(insertRow(table, table.data.length))}
          >
            Add a row
          </Button>
          <Button
            size="xs"
            disabled={width >= (options.maxColumns ?? Infinity)}
            onClick={() => set(insertColumn(table, width))}
          >
            Add a column
          </Button>
          <HeaderBoxes table={table} allowed={options.headers} set={set} />
          {at && at.row < table.data.length && at.col < width && (
            <CellTools table={table} at={at} options={options} set={set} />
          )}
        </div>
      )}
    </div>
  );
}

/** Which lines are headings; choices that are not allowed here can't be made. */
function HeaderBoxes({
  table,
  allowed,
  set,
}: {
  table: TableValue;
  allowed: FieldOptions['headers'];
  set: (table: TableValue) => void;
}) {
  const { first_row_is_table_header: row, first_col_is_header: column } = table;
  const can = (nextRow: boolean, nextColumn: boolean) => allowed?.includes(headersName(nextRow, nextColumn)) ?? true;
  return (
    <>
      <Checkbox
        radius={4}
        size="sm"
        label="First row is a header"
        checked={row}
        disabled={!can(!row, column)}
        onChange={() => set(setHeaders(table, !row, column))}
      />
      <Checkbox
        radius={4}
        size="sm"
        label="First column is a header"
        checked={column}
        disabled={!can(row, !column)}
        onChange={() => set(setHeaders(table, row, !column))}
      />
    </>
  );
}
