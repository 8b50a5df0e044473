import { memo } from 'react';
import type { Block, StreamItem } from '../contract';
import { join } from '../model/pointer';
import { Note } from '../parts/note';
import { BlockBody } from './block-body';
import { BlockIcon } from './block-icon';
import { LiveSummary } from './live-summary';
import { SpineRow } from './spine-row';
import type { ListActions } from './use-list-actions';

interface StreamBlockProps {
  item: StreamItem;
  uiId: string;
  block: Block | undefined;
  listPointer: string;
  index: number;
  last: boolean;
  actions: ListActions;
  readOnly: boolean;
  full: string | null;
  initiallyFolded: boolean;
  onAdd: (index: number) => void;
}

/** One block of a stream. A block of a type that is no longer declared is shown as such and kept as it is. */
export const StreamBlock = memo(function StreamBlock({
  item,
  uiId,
  block,
  listPointer,
  index,
  ...rest
}: StreamBlockProps) {
  const pointer = join(listPointer, index);
  const label = block?.label ?? String(item.type ?? 'Unknown');
  return (
    <SpineRow
      {...rest}
      uiId={uiId}
      pointer={pointer}
      listPointer={listPointer}
      index={index}
      label={label}
      removable
      icon={<BlockIcon block={block ?? { icon: 'help', kind: '' }} />}
      summary={block && <LiveSummary block={block} value={item.value} />}
    >
      {(labelId) =>
        block ? (
          <BlockBody block={block} value={item.value} pointer={join(pointer, 'value')} labelId={labelId} />
        ) : (
          <Note tone="warn">This block’s type no longer exists. It is kept as it is; it can be moved or deleted.</Note>
        )
      }
    </SpineRow>
  );
});
