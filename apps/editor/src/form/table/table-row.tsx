import type { TableValue } from '../model/table';
import { alignmentAt, areaAt } from '../model/table-cells';
import { GrowingBox } from '../parts/text-box';
import css from './table.module.css';

interface CellsProps {
  table: TableValue;
  row: number;
  readOnly: boolean;
  onText: (column: number, text: string) => void;
  onCells: (column: number, text: string) => void;
  onEnter: (column: number) => void;
}

const ALIGN: Record<string, 'center' | 'end' | 'justify'> = {
  htCenter: 'center',
  htRight: 'end',
  htJustify: 'justify',
};

/** The cells of one row. Cells that others cover are not there. */
export function TableCells({ table, row, readOnly, onText, onCells, onEnter }: CellsProps) {
  return table.data[row]!.map((cell, column) => {
    const area = areaAt(table, row, column);
    if (area === 'hidden') return null;
    const top = row === 0 && table.first_row_is_table_header;
    const side = column === 0 && table.first_col_is_header;
    const Cell = top || side ? 'th' : 'td';
    const alignment = ALIGN[alignmentAt(table, row, column) ?? ''];
    return (
      <Cell
        key={column}
        className={css.cell}
        data-header={top || side || undefined}
        data-align={alignment}
        scope={top ? 'col' : side ? 'row' : undefined}
        rowSpan={area?.rowspan}
        colSpan={area?.colspan}
        onFocus={() => onEnter(column)}
      >
        <GrowingBox
          value={cell}
          voice="ui"
          plain
          readOnly={readOnly}
          aria-label={`Row ${row + 1}, column ${column + 1}`}
          data-cell={`${row},${column}`}
          onText={(text) => onText(column, text)}
          onPaste={(event) => {
            const text = event.clipboardData.getData('text/plain');
            if (!/\t|\n./.test(text)) return;
            event.preventDefault();
            onCells(column, text);
          }}
        />
      </Cell>
    );
  });
}
