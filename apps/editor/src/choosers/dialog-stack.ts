import { useEffect, useId, useSyncExternalStore } from 'react';

const open: string[] = [];
const listeners = new Set<() => void>();
const emit = () => {
  for (const listener of [...listeners]) listener();
};

/** The place of a dialog among those open: how many lie under it, and whether it is the one Esc closes. */
export function useDialogPlace(opened: boolean): { depth: number; top: boolean } {
  const id = useId();
  useEffect(() => {
    if (!opened) return;
    open.push(id);
    emit();
    return () => {
      open.splice(open.indexOf(id), 1);
      emit();
    };
  }, [opened, id]);
  const place = useSyncExternalStore(subscribe, () => open.indexOf(id) * 2 + (open[open.length - 1] === id ? 1 : 0));
  return { depth: Math.max(0, Math.floor(place / 2)), top: open[open.length - 1] === id };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
