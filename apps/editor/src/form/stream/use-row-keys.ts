import type { ClipboardEvent, KeyboardEvent } from 'react';
import { useForm } from '../form-context';
import { readBlocks, writeBlocks } from '../model/block-clipboard';
import { focusEntry } from './focus-entry';
import type { SpineList } from './spine-context';
import type { ListActions } from './use-list-actions';

interface Row {
  id: string;
  index: number;
  label: string;
  actions: ListActions;
  removable: boolean;
  full: string | null;
  readOnly: boolean;
}

/**
 * What keys do in an entry. Alt and the arrows move it from anywhere in it; the others count only on its head, so that
 * they never take a letter from somebody who types.
 */
export function useRowKeys(list: SpineList, row: Row) {
  const form = useForm();
  const { selection } = form.ui;
  /** Indexes a command is about: all chosen entries if this is one of them. */
  const concerned = (): readonly number[] => {
    const chosen = selection.in(list.pointer);
    if (!chosen.has(row.id)) return [row.index];
    return list.ids().flatMap((id, index) => (chosen.has(id) ? [index] : []));
  };
  const words = (count: number) => (count === 1 ? row.label : `${count} blocks`);
  const remove = () => {
    const indexes = concerned();
    if (row.removable) row.actions.remove(indexes, words(indexes.length));
  };

  const arrow = (event: KeyboardEvent<HTMLElement>, step: 1 | -1): boolean => {
    const ids = list.ids();
    const next = ids[row.index + step];
    if (!next) return event.shiftKey;
    if (event.shiftKey) {
      if (selection.in(list.pointer).size === 0) selection.startAt(list.pointer, row.id);
      selection.extendTo(list.pointer, ids, next);
    }
    focusEntry(next, { head: true });
    return true;
  };

  const onHead = (event: KeyboardEvent<HTMLElement>): boolean => {
    const command = event.ctrlKey || event.metaKey;
    switch (event.key) {
      case 'ArrowUp':
        return arrow(event, -1);
      case 'ArrowDown':
        return arrow(event, 1);
      case 'Escape':
        if (selection.in(list.pointer).size === 0) return false;
        selection.clear();
        return true;
      case 'Delete':
      case 'Backspace':
        if (!row.readOnly) remove();
        return !row.readOnly;
      case 'd':
        if (!command || row.readOnly || row.full !== null) return false;
        row.actions.duplicate(concerned());
        return true;
      case 'a':
        if (!command) return false;
        selection.choose(list.pointer, list.ids());
        return true;
      default:
        return false;
    }
  };

  return {
    onKeyDown(event: KeyboardEvent<HTMLElement>): void {
      if (!isOwn(event)) return;
      const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
      let done = false;
      if (event.altKey && !event.ctrlKey && !event.metaKey) {
        if (step === 0 || row.readOnly) return;
        const indexes = concerned();
        row.actions.move(indexes, indexes[0]! + step);
        done = true;
      } else if (isOnHead(event)) done = onHead(event);
      if (!done) return;
      event.preventDefault();
      event.stopPropagation();
    },
    onCopy(event: ClipboardEvent<HTMLElement>): void {
      if (!isOwn(event) || !isOnHead(event) || !list.blocks) return;
      event.preventDefault();
      const indexes = concerned();
      list.blocks.copy(indexes);
      event.clipboardData.setData('text/plain', writeBlocks(list.blocks.copied(indexes)));
      if (event.type === 'cut' && !row.readOnly) remove();
    },
    onPaste(event: ClipboardEvent<HTMLElement>): void {
      if (!isOwn(event) || !isOnHead(event) || !list.blocks || row.readOnly) return;
      const blocks = readBlocks(event.clipboardData.getData('text/plain'));
      event.preventDefault();
      list.blocks.paste(Math.max(...concerned()) + 1, blocks);
    },
    /** Pressing the mouse takes one entry in hand, from which a choice of several begins. */
    takes(event: { shiftKey: boolean; ctrlKey: boolean; metaKey: boolean }): void {
      if (event.shiftKey || event.ctrlKey || event.metaKey) return;
      selection.clear();
      selection.startAt(list.pointer, row.id);
    },
    /** A click with Shift or Ctrl chooses; `false`: it was an ordinary one. */
    chooses(event: { shiftKey: boolean; ctrlKey: boolean; metaKey: boolean }): boolean {
      if (row.readOnly) return false;
      if (event.shiftKey) selection.extendTo(list.pointer, list.ids(), row.id);
      else if (event.ctrlKey || event.metaKey) selection.toggle(list.pointer, row.id);
      else return false;
      return true;
    },
  };
}

/** The event is about this entry and not about one inside of it. */
function isOwn(event: { target: EventTarget; currentTarget: HTMLElement }): boolean {
  return (event.target as HTMLElement).closest('[data-spine]') === event.currentTarget;
}

function isOnHead(event: { target: EventTarget; currentTarget: HTMLElement }): boolean {
  return event.target === event.currentTarget || (event.target as HTMLElement).closest('[data-head]') !== null;
}
