import { Button, Checkbox } from '@mantine/core';
import { IconTable } from '@tabler/icons-react';
import type { ControlProps } from '../control';
import { emptyTable } from '../model/empty-value';
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
  type TableValue,
} from '../model/table';
import { GrowingBox, LineBox } from '../parts/text-box';
import { AxisMenu } from '../table/axis-menu';
import { moveBetweenCells } from '../table/cell-keys';
import css from '../table/table.module.css';

/** A plain table: cells of text, rows and columns that can be added, moved and deleted. */
export function TableControl({ value, set, id, labelId, describedBy, readOnly }: ControlProps<TableValue | null>) {
  const table = readTable(value);
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
      <LineBox
        id={id}
        value={table.table_caption}
        placeholder="Caption, read out before the table"
        aria-label="Caption"
        readOnly={readOnly}
        onText={(text) => set({ ...table, table_caption: text })}
      />
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
            {table.data.map((cells, row) => (
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
                {cells.map((cell, column) => {
                  const header =
                    (row === 0 && table.first_row_is_table_header) || (column === 0 && table.first_col_is_header);
                  const Cell = header ? 'th' : 'td';
                  return (
                    <Cell key={column} className={css.cell} data-header={header || undefined}>
                      <GrowingBox
                        value={cell}
                        voice="ui"
                        plain
                        readOnly={readOnly}
                        aria-label={`Row ${row + 1}, column ${column + 1}`}
                        data-cell={`${row},${column}`}
                        onText={(text) => set(setCell(table, row, column, text))}
                        onPaste={(event) => {
                          const text = event.clipboardData.getData('text/plain');
                          if (!/\t|\n./.test(text)) return;
                          event.preventDefault();
                          set(pasteCells(table, row, column, text));
                        }}
                      />
                    </Cell>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {!readOnly && (
        <div className={css.foot}>
          <Button size="xs" onClick={() => set(insertRow(table, table.data.length))}>
            Add a row
          </Button>
          <Button size="xs" onClick={() => set(insertColumn(table, width))}>
            Add a column
          </Button>
          <Checkbox
            radius={4}
            size="sm"
            label="First row is a header"
            checked={table.first_row_is_table_header}
            onChange={(event) => set(setHeaders(table, event.currentTarget.checked, table.first_col_is_header))}
          />
          <Checkbox
            radius={4}
            size="sm"
            label="First column is a header"
            checked={table.first_col_is_header}
            onChange={(event) => set(setHeaders(table, table.first_row_is_table_header, event.currentTarget.checked))}
          />
        </div>
      )}
    </div>
  );
}
