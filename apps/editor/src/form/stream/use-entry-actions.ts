import { useMemo } from 'react';
import { showNote, showUndo } from '../../parts/undo';
import type { Block, Field, ListItem, StreamItem } from '../contract';
import { type FormApi, useForm } from '../form-context';
import { type CopiedBlock, keepBlocks, keptBlocks, targetOf } from '../model/block-clipboard';
import { type EntryPlace, placesToMove, refusedAt } from '../model/entry-places';
import { copyWithNewIds } from '../model/list-ops';
import { getAt, join } from '../model/pointer';
import { findEntry, transferred } from '../model/transfer';
import { uuid7 } from '../model/uuid7';
import { focusEntry } from './focus-entry';
import { asList, type ListActions, listActions } from './use-list-actions';

/** What can be done with blocks, which know what they are and so can go elsewhere. */
export interface EntryActions extends ListActions {
  /** The list itself, for those who ask whether something fits. */
  readonly pointer: string;
  readonly field: Field;
  copied(indexes: readonly number[]): CopiedBlock[];
  copy(indexes: readonly number[]): void;
  /** Puts copied blocks in; those of the clipboard of this browser when none are given. */
  paste(index: number, blocks?: readonly CopiedBlock[] | null): void;
  /** Why these blocks can't come in, or `null`. */
  refuses(blocks: readonly CopiedBlock[]): string | null;
  places(indexes: readonly number[]): EntryPlace[];
  transfer(indexes: readonly number[], to: Pick<EntryPlace, 'pointer' | 'field' | 'label'>, at: number): void;
}

/** All actions of a stream or list. The object keeps its identity. */
export function useEntryActions(pointer: string, field: Field): EntryActions {
  const form = useForm();
  return useMemo(() => entryActions(form, pointer, field), [form, pointer, field]);
}

function entryActions(form: FormApi, pointer: string, field: Field): EntryActions {
  const list = listActions(form, pointer);
  const read = (at = pointer) => asList(getAt(form.values(), at));
  const copied = (indexes: readonly number[]) => {
    const entries = read();
    return indexes.flatMap((index) => (index in entries ? [asCopied(field, entries[index])] : []));
  };
  const refuses = (blocks: readonly CopiedBlock[]) => refusedAt(field, read(), blocks);
  return {
    ...list,
    pointer,
    field,
    copied,
    refuses,
    copy(indexes) {
      keepBlocks(copied(indexes));
      form.announce(indexes.length === 1 ? 'Copied.' : `${indexes.length} blocks copied.`);
    },
    paste(index, given) {
      const blocks = given ?? keptBlocks();
      if (!blocks) return showNote('Nothing is copied. Copy a block first.');
      const reason = refuses(blocks);
      if (reason) return showNote(`Can’t be put in here. ${reason}`);
      const entries = blocks.map((block) => ({
        id: uuid7(),
        type: typeIn(field, block),
        value: copyWithNewIds(block.value),
      }));
      list.insert(index, entries);
      form.announce(entries.length === 1 ? 'Put in.' : `${entries.length} blocks put in.`);
    },
    places: (indexes) => {
      const pointers = indexes.map((index) => join(pointer, index));
      return placesToMove(form.fields(), form.values(), pointer, pointers, copied(indexes), read);
    },
    transfer(indexes, to, at) {
      const entries = indexes.map((index) => read()[index] as StreamItem);
      const adapt = (entry: unknown) => ({ ...(entry as object), type: typeIn(to.field, asCopied(field, entry)) });
      form.set('', transferred(form.values(), { from: pointer, indexes, to: to.pointer, at, adapt }));
      form.ui.selection.clear();
      showUndo(`Moved to ${to.label}.`, async () => moveBack(form, entries, pointer, indexes[0] ?? 0));
      if (entries[0]) focusEntry(entries[0].id, { head: true });
    },
  };
}

/** Takes a move back, wherever the entries went since. */
function moveBack(form: FormApi, entries: readonly StreamItem[], to: string, at: number): void {
  entries.forEach(({ id, type }, offset) => {
    const now = findEntry(form.values(), id);
    if (!now) return;
    const adapt = (entry: unknown) => ({ ...(entry as object), type });
    form.set('', transferred(form.values(), { from: now.list, indexes: [now.index], to, at: at + offset, adapt }));
  });
}

function asCopied(field: Field, entry: unknown): CopiedBlock {
  const { type, value } = entry as StreamItem | ListItem;
  if (field.kind === 'list') {
    const item = field.options.item as Block | undefined;
    return { type: 'item', kind: item?.kind ?? '', label: item?.label || 'Item', value };
  }
  const block = field.options.blocks?.find((candidate) => candidate.name === type);
  return { type, kind: block?.kind ?? '', label: block?.label ?? type, value };
}

/** The name under which a list holds a block. */
function typeIn(field: Field, copied: CopiedBlock): string {
  const target = field.kind === 'list' ? 'item' : targetOf(copied, field.options.blocks ?? []);
  return typeof target === 'string' ? target : target.name;
}
