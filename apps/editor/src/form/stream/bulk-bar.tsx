import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconCopy, IconCopyPlus, IconTrash, IconX } from '@tabler/icons-react';
import { createPortal } from 'react-dom';
import { useForm } from '../form-context';
import { focusEntry } from './focus-entry';
import { useSelection } from './selection';
import type { SpineList } from './spine-context';
import css from './spine.module.css';
import type { ListActions } from './use-list-actions';

const size = { size: 18, stroke: 1.75 };

/** What can be done with all chosen entries of a list. It floats at the foot, so that it is in reach wherever they are. */
export function BulkBar({ list, actions }: { list: SpineList; actions: ListActions }) {
  const { selection } = useForm().ui;
  const chosen = useSelection(list.pointer);
  if (chosen.size === 0) return null;
  const ids = list.ids();
  const indexes = ids.flatMap((id, index) => (chosen.has(id) ? [index] : []));
  const first = indexes[0] ?? 0;
  const words = indexes.length === 1 ? '1 block' : `${indexes.length} blocks`;
  const tool = (label: string, Icon: typeof IconX, run: () => void, disabled = false) => (
    <ActionIcon size={34} aria-label={label} title={label} onClick={run} disabled={disabled}>
      <Icon {...size} aria-hidden />
    </ActionIcon>
  );
  const clear = () => {
    selection.clear();
    if (ids[first]) focusEntry(ids[first], { head: true });
  };
  return createPortal(
    <div
      className={css.bulk}
      role="toolbar"
      aria-label="Chosen blocks"
      data-bulk
      onKeyDown={(event) => event.key === 'Escape' && clear()}
    >
      <b role="status">{words} chosen</b>
      {tool('Move up', IconArrowUp, () => actions.move(indexes, first - 1), first === 0)}
      {tool('Move down', IconArrowDown, () => actions.move(indexes, first + 1), first + indexes.length >= ids.length)}
      {tool('Duplicate', IconCopyPlus, () => actions.duplicate(indexes))}
      {list.blocks && tool('Copy', IconCopy, () => list.blocks?.copy(indexes))}
      {tool('Delete', IconTrash, () => actions.remove(indexes, words))}
      {tool('Choose none', IconX, clear)}
    </div>,
    document.body,
  );
}
