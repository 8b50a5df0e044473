import { useSyncExternalStore } from 'react';
import { useForm } from '../form-context';

/** Whether an entry is among those chosen together. */
export function useSelected(list: string, id: string): boolean {
  const { selection } = useForm().ui;
  return useSyncExternalStore(selection.subscribe, () => selection.has(list, id));
}

/** The chosen entries of a list. */
export function useSelection(list: string): ReadonlySet<string> {
  const { selection } = useForm().ui;
  return useSyncExternalStore(selection.subscribe, () => selection.in(list));
}
