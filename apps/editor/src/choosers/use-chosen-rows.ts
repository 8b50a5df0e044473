import { useState } from 'react';
import type { Selection } from '../library/selection';

/** Rows chosen in a gallery, in the order they were chosen. They stay while one searches on. */
export interface ChosenRows<Row> {
  rows: readonly Row[];
  selection: Selection;
  /** Takes over what the gallery says; `loaded` are the rows it knows. */
  select: (selection: Selection, loaded: readonly Row[]) => void;
  add: (row: Row) => void;
}

export function useChosenRows<Row extends { id: number }>(): ChosenRows<Row> {
  const [rows, setRows] = useState<readonly Row[]>([]);
  return {
    rows,
    selection: { all: false, ids: new Set(rows.map(({ id }) => id)) },
    select: (selection, loaded) =>
      setRows((before) => {
        // “All” means all that are in sight: nobody wants ten thousand in one field.
        const wanted = ({ id }: Row): boolean => selection.all || selection.ids.has(id);
        const kept = before.filter((row) => selection.all || wanted(row));
        const known = new Set(kept.map(({ id }) => id));
        return [...kept, ...loaded.filter((row) => wanted(row) && !known.has(row.id))];
      }),
    add: (row) => setRows((before) => (before.some(({ id }) => id === row.id) ? before : [...before, row])),
  };
}
