import { memo, useMemo } from 'react';
import type { Block, StreamItem } from '../contract';
import { type FormApi, useForm } from '../form-context';
import { startValue } from '../model/empty-value';
import { getAt, join } from '../model/pointer';
import { uuid7 } from '../model/uuid7';
import { BlockBody } from './block-body';
import { BlockIcon } from './block-icon';
import { focusEntry } from './focus-entry';
import { LiveSummary } from './live-summary';
import { SpineRow } from './spine-row';
import { type StreamSlot, StreamSlotContext } from './stream-slot';
import { UnknownBlock } from './unknown-block';
import { asList, type ListActions } from './use-list-actions';

/** What the blocks of a stream share. */
export interface StreamList {
  pointer: string;
  blocks: readonly Block[];
  refuse: (type: string) => string | null;
}

interface StreamBlockProps {
  item: StreamItem;
  uiId: string;
  block: Block | undefined;
  list: StreamList;
  index: number;
  last: boolean;
  actions: ListActions;
  readOnly: boolean;
  full: string | null;
  initiallyFolded: boolean;
  onAdd: (index: number) => void;
}

/** One block of a stream. A block of a type that is no longer declared is shown as such and kept as it is. */
export const StreamBlock = memo(function StreamBlock({ item, uiId, block, list, index, ...rest }: StreamBlockProps) {
  const form = useForm();
  const pointer = join(list.pointer, index);
  const label = block?.label ?? String(item.type ?? 'Unknown');
  const slot = useMemo<StreamSlot | null>(
    () =>
      block?.kind === 'richText'
        ? { ...list, split: (type, before, after) => splitText(form, list, uiId, type, before, after) }
        : null,
    [form, list, uiId, block?.kind],
  );
  return (
    <SpineRow
      {...rest}
      uiId={uiId}
      pointer={pointer}
      index={index}
      label={label}
      removable
      icon={<BlockIcon block={block ?? { icon: 'help', kind: '' }} />}
      summary={block ? <LiveSummary block={block} value={item.value} /> : 'No longer declared'}
    >
      {(labelId) =>
        block ? (
          <StreamSlotContext value={slot}>
            <BlockBody block={block} value={item.value} pointer={join(pointer, 'value')} labelId={labelId} />
          </StreamSlotContext>
        ) : (
          <UnknownBlock type={String(item.type)} value={item.value} />
        )
      }
    </SpineRow>
  );
});

/** A text makes room: what was before the cursor stays its own, then the new block, then the rest as another text. */
function splitText(form: FormApi, list: StreamList, id: string, type: string, before: string, after: string): void {
  const block = list.blocks.find((candidate) => candidate.name === type);
  const items = asList(getAt(form.values(), list.pointer)) as StreamItem[];
  const index = items.findIndex((item) => item.id === id);
  const item = items[index];
  if (!block || !item || list.refuse(type) !== null) return;
  const made = { id: uuid7(), type, value: startValue(block) };
  const parts = [
    ...(before ? [{ ...item, value: before }] : []),
    made,
    ...(after ? [{ id: before ? uuid7() : item.id, type: item.type, value: after }] : []),
  ];
  form.set(list.pointer, [...items.slice(0, index), ...parts, ...items.slice(index + 1)]);
  form.ui.fold([made.id], false);
  form.ui.setActive(made.id);
  focusEntry(made.id);
}
