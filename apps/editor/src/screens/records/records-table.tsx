import { Checkbox } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { CSSProperties, ReactNode, RefObject } from 'react';
import type { ContentType, ListColumn, RecordId, RecordRow } from '../../api';
import { when } from '../../parts/dates';
import { StateMark } from '../../parts/marks';
import { useListRows } from '../../parts/use-list-rows';
import { wordsOfState } from '../../parts/words';
import { isEmptyCell, isNumeric, RecordCell } from './record-cell';
import { nextOrder } from './record-search';
import { pageStateOf } from './record-types';
import classes from './records-table.module.css';
import { isChosen, type Selection } from './selection';
import { linkTo } from './use-record-editing';

interface RecordsTableProps {
  type: ContentType;
  columns: ListColumn[];
  rows: RecordRow[];
  total: number;
  order: string | undefined;
  onOrder: (order: string | undefined) => void;
  /** Absent where nothing can be done to many rows. */
  selection: Selection | null;
  onToggle: (id: RecordId) => void;
  onToggleAll: () => void;
  menu: (row: RecordRow) => ReactNode;
  scroller: RefObject<HTMLElement | null>;
  onNeedMore: () => void;
}

/** The head of a column; one that can order the list is a button which says how it does. */
function Head({ column, order, onOrder }: { column: ListColumn } & Pick<RecordsTableProps, 'order' | 'onOrder'>) {
  const up = order === column.name;
  const down = order === `-${column.name}`;
  return (
    <span
      role="columnheader"
      aria-sort={up ? 'ascending' : down ? 'descending' : undefined}
      className={classes.cell}
      data-numeric={isNumeric(column) || undefined}
    >
      {column.sortable ? (
        <button type="button" data-on={up || down || undefined} onClick={() => onOrder(nextOrder(order, column.name))}>
          {column.label}
          {up && <IconArrowUp size={14} stroke={1.75} aria-hidden />}
          {down && <IconArrowDown size={14} stroke={1.75} aria-hidden />}
        </button>
      ) : (
        column.label
      )}
    </span>
  );
}

/** Rows of one type: a table, on phones a list of cards. Only the rows in sight are in the document. */
export function RecordsTable(props: RecordsTableProps) {
  const { type, columns, rows, total, order, onOrder, selection, onToggle, onToggleAll, menu } = props;
  const { box, virtual, shown, offset } = useListRows({
    count: rows.length,
    total,
    keyOf: (index) => rows[index]?.id ?? index,
    scroller: props.scroller,
    onNeedMore: props.onNeedMore,
  });
  const loadedChosen = selection !== null && rows.length > 0 && rows.every((row) => isChosen(selection, row.id));
  const some = selection !== null && (selection.all || selection.ids.size > 0);
  const title: ListColumn = {
    name: type.titleField,
    label: type.fields.find((field) => field.name === type.titleField)?.label ?? type.label,
    kind: 'char',
    sortable: true,
  };
  const dated = rows.some((row) => row.updatedAt !== null);
  const grid = [
    ...(selection ? ['17px'] : []),
    'minmax(180px, 2.4fr)',
    ...columns.map((column) => (isNumeric(column) ? 'minmax(64px, .5fr)' : 'minmax(90px, 1fr)')),
    ...(type.drafts ? ['148px'] : []),
    ...(dated ? ['128px'] : []),
    '32px',
  ].join(' ');
  return (
    <div
      role="table"
      aria-label={type.labelPlural}
      aria-rowcount={total + 1}
      className={classes.table}
      data-choosing={selection !== null || undefined}
      style={{ '--columns': grid } as CSSProperties}
    >
      <div role="row" aria-rowindex={1} className={`${classes.row} ${classes.head}`}>
        {selection && (
          <span role="columnheader">
            <Checkbox
              aria-label="Select all"
              checked={loadedChosen}
              indeterminate={!loadedChosen && some}
              onChange={onToggleAll}
            />
          </span>
        )}
        {[title, ...columns].map((column) => (
          <Head key={column.name} column={column} order={order} onOrder={onOrder} />
        ))}
        {type.drafts && <span role="columnheader">State</span>}
        {dated && <span role="columnheader">Edited</span>}
        <span role="columnheader">
          <span className="visually-hidden">Actions</span>
        </span>
      </div>
      <div ref={box} role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {shown.map(({ index, start, key }) => {
          const row = rows[index];
          if (!row) return null;
          const state = pageStateOf(row.state);
          const chosen = selection !== null && isChosen(selection, row.id);
          return (
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              role="row"
              aria-rowindex={index + 2}
              className={classes.row}
              data-selected={chosen || undefined}
              style={{ position: 'absolute', insetInline: 0, top: 0, transform: `translateY(${start - offset}px)` }}
            >
              {selection && (
                <span role="cell" className={classes.check}>
                  <Checkbox
                    aria-label={`Select ${row.title || 'untitled'}`}
                    checked={chosen}
                    onChange={() => onToggle(row.id)}
                  />
                </span>
              )}
              <span role="cell" className={classes.title}>
                <Link {...linkTo(type.name, row.id)} className="cut">
                  {row.title || 'Untitled'}
                </Link>
              </span>
              {columns.map((column) => (
                <span
                  key={column.name}
                  role="cell"
                  className={classes.cell}
                  data-numeric={isNumeric(column) || undefined}
                  data-empty={isEmptyCell(row.cells?.[column.name]) || undefined}
                >
                  <small className="only-phone">{column.label}</small>
                  <RecordCell column={column} value={row.cells?.[column.name]} type={type} />
                </span>
              ))}
              {type.drafts && (
                <span role="cell" className={classes.state}>
                  {state && (
                    <>
                      <StateMark state={state} silent />
                      {wordsOfState(state)}
                    </>
                  )}
                </span>
              )}
              {dated && (
                <span role="cell" className={classes.edited}>
                  <span className="cut">{row.updatedAt ? when(row.updatedAt) : ''}</span>
                </span>
              )}
              <span role="cell" className={classes.menu}>
                {menu(row)}
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
}
