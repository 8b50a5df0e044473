import { useCallback, useState } from 'react';
import type { RecordId, RecordRow } from '../../api';

/** Rows chosen one by one, or all that match, loaded or not. */
export interface Selection {
  all: boolean;
  ids: ReadonlySet<RecordId>;
}
const nobody: Selection = { all: false, ids: new Set() };

/** What is chosen in a list, and the ways to change it. */
export function useSelection() {
  const [selection, setSelection] = useState<Selection>(nobody);
  const clear = useCallback(() => setSelection(nobody), []);
  const toggle = useCallback((id: RecordId, rows: RecordRow[]) => {
    setSelection((now) => {
      // Taking one out of all leaves the ones that are loaded.
      const next = new Set(now.all ? rows.map((row) => row.id) : now.ids);
      if (!next.delete(id)) next.add(id);
      return { all: false, ids: next };
    });
  }, []);
  const chooseLoaded = useCallback(
    (rows: RecordRow[]) => setSelection({ all: false, ids: new Set(rows.map((row) => row.id)) }),
    [],
  );
  const chooseAll = useCallback(() => setSelection({ all: true, ids: new Set() }), []);
  return { selection, clear, toggle, chooseLoaded, chooseAll };
}

export const isChosen = ({ all, ids }: Selection, id: RecordId): boolean => all || ids.has(id);
export const sizeOf = ({ all, ids }: Selection, total: number): number => (all ? total : ids.size);
