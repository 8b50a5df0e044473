import { useMemo } from 'react';
import { showUndo } from '../../parts/undo';
import { type FormApi, useForm } from '../form-context';
import { copyWithNewIds, insertItem, moveItems, putBack, removeItems } from '../model/list-ops';
import { getAt } from '../model/pointer';
import { focusAdd, focusEntry, keepFocus } from './focus-entry';

/** What can be done with the entries of a list in the form. The object keeps its identity. */
export interface ListActions {
  /** Moves entries so that they come to lie together, the first of them at `to` among the others. */
  move(indexes: readonly number[], to: number): void;
  remove(indexes: readonly number[], label: string): void;
  duplicate(indexes: readonly number[]): void;
  insert(index: number, entries: readonly { id: string }[]): void;
}

/** Changes to the list at a pointer: streams, lists and child items all work alike. */
export function useListActions(pointer: string): ListActions {
  const form = useForm();
  return useMemo(() => listActions(form, pointer), [form, pointer]);
}

export function listActions(form: FormApi, pointer: string): ListActions {
  const read = () => asList(getAt(form.values(), pointer));
  return {
    move(indexes, to) {
      const list = read();
      const next = moveItems(list, indexes, to);
      if (to < 0 || next.every((item, index) => item === list[index])) return;
      keepFocus(() => form.set(pointer, next));
      const place = next.indexOf(list[indexes[0]!]) + 1;
      form.announce(
        indexes.length === 1
          ? `Moved to place ${place} of ${list.length}.`
          : `${indexes.length} moved to place ${place} of ${list.length}.`,
      );
    },
    remove(indexes, label) {
      const list = read();
      const taken = indexes.flatMap((index) => (index in list ? [{ index, item: list[index] }] : []));
      if (taken.length === 0) return;
      form.set(pointer, removeItems(list, indexes));
      form.ui.selection.clear();
      showUndo(`${label} deleted.`, async () => form.update(pointer, (now) => putBack(asList(now), taken)));
      focusNeighbour(pointer, read(), indexes[0]!);
    },
    duplicate(indexes) {
      const list = read();
      const copies = indexes.map((index) => copyWithNewIds(list[index]) as { id: string });
      const at = Math.max(...indexes) + 1;
      form.set(pointer, insertAll(list, at, copies));
      form.announce('Duplicated.');
      form.ui.setActive(copies[0]!.id);
      if (copies.length > 1)
        form.ui.selection.choose(
          pointer,
          copies.map(({ id }) => id),
        );
    },
    insert(index, entries) {
      const [first] = entries;
      if (!first) return;
      form.update(pointer, (now) => insertAll(asList(now), index, entries));
      form.ui.fold(
        entries.map(({ id }) => id),
        false,
      );
      form.ui.setActive(first.id);
      focusEntry(first.id);
    },
  };
}

export function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function insertAll(list: readonly unknown[], at: number, entries: readonly unknown[]): unknown[] {
  return entries.reduce<unknown[]>((now, entry, offset) => insertItem(now, at + offset, entry), [...list]);
}

/** After a deletion the keyboard goes on at the entry that took the place; in an empty list, at what adds one. */
function focusNeighbour(pointer: string, list: readonly unknown[], index: number): void {
  const next = (list[Math.min(index, list.length - 1)] as { id?: unknown } | undefined)?.id;
  if (typeof next === 'string') focusEntry(next, { head: true });
  else if (list.length === 0) focusAdd(pointer);
}
