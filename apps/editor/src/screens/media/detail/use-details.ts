import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem } from '../../../api';
import { sameValue } from '../../../editing/compare';
import { describeProblem } from '../../../parts/states';
import { showNote } from '../../../parts/undo';
import { useMediaRefresh } from './use-media-refresh';

interface DetailsOf<Row, Values> {
  row: Row;
  /** What of it can be edited here. */
  valuesOf: (row: Row) => Values;
  save: (change: Partial<Values> & { baseVersion: number }) => Promise<Row>;
  /** Where the row lies in the query cache. */
  queryKey: QueryKey;
  kind: 'images' | 'documents';
}

/** What is not saved yet, by what it is about: closing the panel, or opening another thing, loses nothing. */
const kept = new Map<string, object>();

/** What is being edited about one image or document, kept until it is saved; nobody's words are written over. */
export function useDetails<Row extends { version: number }, Values extends object>(of: DetailsOf<Row, Values>) {
  const { row, valuesOf, save: send, queryKey, kind } = of;
  const queries = useQueryClient();
  const refresh = useMediaRefresh(kind);
  const saved = valuesOf(row);
  const name = JSON.stringify(queryKey);
  const [change, setState] = useState<Partial<Values>>(() => kept.get(name) ?? {});
  const setChange = (next: Partial<Values>): void => {
    kept.set(name, next);
    setState(next);
  };
  const changed = (Object.keys(change) as (keyof Values)[]).filter((part) => !sameValue(change[part], saved[part]));
  const save = useMutation({
    mutationFn: () =>
      send({
        ...(Object.fromEntries(changed.map((part) => [part, change[part]])) as Partial<Values>),
        baseVersion: row.version,
      }),
    onSuccess: (next) => {
      queries.setQueryData(queryKey, next);
      setChange({});
      refresh();
      showNote('Saved. Pages show it at once.');
    },
    onError: (error) => {
      // Somebody else saved: what they wrote comes in below, and what is written here stays and can be saved again.
      if (isConflict(error)) void queries.invalidateQueries({ queryKey });
    },
  });
  return {
    value: { ...saved, ...change },
    set: (part: Partial<Values>): void => setChange({ ...change, ...part }),
    isChanged: changed.length > 0,
    saving: save.isPending,
    save: () => save.mutate(),
    discard: () => {
      setChange({});
      save.reset();
    },
    /** What the server said against it, by the name of the field. */
    faults: faultsOf(save.error),
    problem: save.isError ? wordsOf(save.error) : null,
  };
}

const isConflict = (error: unknown): boolean => error instanceof ApiProblem && error.code === 'edit_conflict';

function wordsOf(error: unknown): string {
  if (isConflict(error))
    return 'Somebody else changed this in the meantime. Their work is shown where you changed nothing; save again to add yours.';
  return `${describeProblem(error)} Your words are still here.`;
}

function faultsOf(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof ApiProblem)) return {};
  return Object.fromEntries(error.errors.map(({ path, message }) => [path.split('/')[1] ?? '', message]));
}
