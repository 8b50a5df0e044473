import { Button, Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ControlProps } from '../control';
import { HeadSlotContext } from '../form-context';
import { startValue } from '../model/empty-value';
import { join } from '../model/pointer';
import {
  addColumn,
  insertTypedRow,
  moveTypedColumn,
  moveTypedRow,
  readTypedTable,
  removeTypedColumn,
  removeTypedRow,
  setHeading,
  type TypedTable,
} from '../model/typed-table';
import { FieldView } from '../parts/field-view';
import { LineBox } from '../parts/text-box';
import { BlockIcon } from '../stream/block-icon';
import { AxisMenu } from '../table/axis-menu';
import css from '../table/table.module.css';

/** A table in which each column has a type of its own. */
export function TypedTableControl({
  field,
  value,
  set,
  pointer,
  id,
  labelId,
  describedBy,
  readOnly,
}: ControlProps<TypedTable | null>) {
  const table = readTypedTable(value);
  const types = field.options.columns ?? [];
  const typeOf = (column: number) => types.find((type) => type.name === table.columns[column]?.type);
  const newRow = () => table.columns.map((_, column) => (typeOf(column) ? startValue(typeOf(column)!) : null));
  return (
    <div className={css.whole} role="group" aria-labelledby={labelId} aria-describedby={describedBy}>
      <LineBox
        id={id}
        value={table.caption}
        placeholder="Caption, read out before the table"
        aria-label="Caption"
        readOnly={readOnly}
        onText={(text) => set({ ...table, caption: text })}
      />
      {table.columns.length > 0 && (
        <div className={css.scroll}>
          <table className={css.table}>
            <thead>
              <tr>
                {!readOnly && <td />}
                {table.columns.map((column, at) => (
                  <th key={at} className={css.cell} data-header data-typed>
                    <span className={css.heading}>
                      <input
                        value={column.heading}
                        placeholder="Heading"
                        aria-label={`Heading of column ${at + 1}`}
                        readOnly={readOnly}
                        onChange={(event) => set(setHeading(table, at, event.currentTarget.value))}
                      />
                      {!readOnly && (
                        <AxisMenu
                          axis="column"
                          index={at}
                          count={table.columns.length}
                          label={column.heading || undefined}
                          onMove={(to) => set(moveTypedColumn(table, at, to))}
                          onRemove={() => set(removeTypedColumn(table, at))}
                        />
                      )}
                    </span>
                    <small className={css.kind}>{typeOf(at)?.label ?? `${column.type} (no longer declared)`}</small>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row, at) => (
                <tr key={at}>
                  {!readOnly && (
                    <td className={css.axis}>
                      <AxisMenu
                        axis="row"
                        index={at}
                        count={table.rows.length}
                        onInsert={(to) => set(insertTypedRow(table, to, newRow()))}
                        onMove={(to) => set(moveTypedRow(table, at, to))}
                        onRemove={() => set(removeTypedRow(table, at))}
                      />
                    </td>
                  )}
                  {row.values.map((cell, column) => {
                    const type = typeOf(column);
                    const place = join(join(join(join(pointer, 'rows'), at), 'values'), column);
                    return (
                      <td key={column} className={css.cell} data-typed>
                        {type ? (
                          <HeadSlotContext value={null}>
                            <span id={`${id}-${at}-${column}`} className="visually-hidden">
                              {table.columns[column]!.heading || type.label}, row {at + 1}
                            </span>
                            <FieldView
                              field={cellField(type, table.columns[column]!.heading)}
                              value={cell}
                              pointer={place}
                              bare
                              labelledBy={`${id}-${at}-${column}`}
                            />
                          </HeadSlotContext>
                        ) : (
                          <span>{JSON.stringify(cell)}</span>
                        )}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {!readOnly && (
        <div className={css.foot}>
          {table.columns.length > 0 && (
            <Button
              size="xs"
              leftSection={<IconPlus size={15} aria-hidden />}
              onClick={() => set(insertTypedRow(table, table.rows.length, newRow()))}
            >
              Add a row
            </Button>
          )}
          <Menu position="bottom-start">
            <Menu.Target>
              <Button size="xs" leftSection={<IconPlus size={15} aria-hidden />}>
                Add a column
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {types.map((type) => (
                <Menu.Item
                  key={type.name}
                  leftSection={<BlockIcon block={type} size={18} />}
                  onClick={() => set(addColumn(table, type.name, startValue(type)))}
                >
                  {type.label}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        </div>
      )}
    </div>
  );
}

const cellFields = new WeakMap<object, Map<string, ReturnType<typeof makeCellField>>>();

/** The field of a cell: its label is the column's heading. Kept, so that cells that did not change are not drawn again. */
function cellField(type: Parameters<typeof makeCellField>[0], heading: string) {
  const known = cellFields.get(type) ?? new Map<string, ReturnType<typeof makeCellField>>();
  cellFields.set(type, known);
  const field = known.get(heading) ?? makeCellField(type, heading);
  known.set(heading, field);
  return field;
}

function makeCellField(type: NonNullable<ControlProps['field']['options']['columns']>[number], heading: string) {
  return { ...type, label: heading || type.label, help: '' };
}
