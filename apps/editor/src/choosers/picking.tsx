import { Button } from '@mantine/core';
import { useState } from 'react';
import { IconCheck } from '@tabler/icons-react';
import { Checkbox, type Selection } from 'react-aria-components';
import type { RecordId } from '../api';
import { count } from '../parts/words';
import css from './chooser.module.css';

/** What has been picked in a chooser that takes several at once. It stays while one searches on. */
export interface Picking<Row> {
  keys: ReadonlySet<string>;
  rows: readonly Row[];
  pick: (selection: Selection, shown: readonly Row[]) => void;
}

/** Keeps the picked rows of all searches, in the order they were picked. */
export function usePicking<Row extends { id: RecordId }>(): Picking<Row> {
  const [rows, setRows] = useState<readonly Row[]>([]);
  return {
    rows,
    keys: new Set(rows.map((row) => String(row.id))),
    pick: (selection, shown) =>
      setRows((before) => {
        const wanted = (row: Row) => selection === 'all' || selection.has(String(row.id));
        const onScreen = new Set(shown.map((row) => row.id));
        const kept = before.filter((row) => !onScreen.has(row.id) || wanted(row));
        return [...kept, ...shown.filter((row) => wanted(row) && !kept.some(({ id }) => id === row.id))];
      }),
  };
}

/** The box that shows whether a row is picked. */
export function PickBox() {
  return (
    <Checkbox slot="selection" className={css.pick ?? ''}>
      <IconCheck size={14} stroke={3} aria-hidden />
    </Checkbox>
  );
}

/** The foot of a chooser that takes several at once. */
export function PickingFoot<Row>({
  picking,
  what,
  onTake,
}: {
  picking: Pick<Picking<Row>, 'rows'>;
  /** One of them, in lower case. */
  what: string;
  onTake: (rows: readonly Row[]) => void;
}) {
  return (
    <div className={css.foot}>
      <span>{picking.rows.length ? '' : `Pick any number of ${what}s.`}</span>
      <Button variant="filled" disabled={picking.rows.length === 0} onClick={() => onTake(picking.rows)}>
        {picking.rows.length ? `Add ${count(picking.rows.length, what)}` : 'Add'}
      </Button>
    </div>
  );
}
