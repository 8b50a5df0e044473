import { ActionIcon, Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { memo, useMemo, useState } from 'react';
import type { RecordId } from '../../api';
import { RecordChooser, useRecord } from '../../choosers';
import type { ControlProps } from '../control';
import { Spine } from '../stream/spine';
import { useDragRow } from '../stream/use-drag-row';
import { type ListActions, useListActions } from '../stream/use-list-actions';
import css from './chosen.module.css';
import { fullness } from './list';

/** Any number of snippets or rows of a model; in an order where the declaration has one. */
export function RecordLinksControl({
  field,
  value,
  set,
  pointer,
  id,
  labelId,
  describedBy,
  readOnly,
}: ControlProps<RecordId[] | null>) {
  const type = field.options.model ?? field.options.type ?? '';
  const ordered = field.options.ordered === true;
  const chosen = useMemo(() => (Array.isArray(value) ? value : []), [value]);
  const full = fullness(chosen.length, field.options.max);
  const [choosing, setChoosing] = useState(false);
  const actions = useListActions(pointer);
  return (
    <div role="group" aria-labelledby={labelId} aria-describedby={describedBy}>
      {chosen.length > 0 && (
        <div className={css.many}>
          <Spine
            actions={actions}
            blocks={null}
            pointer={pointer}
            label={field.label}
            nested={false}
            readOnly={readOnly}
            empty={false}
          >
            {chosen.map((record, index) => (
              <RecordItem
                key={record}
                type={type}
                record={record}
                ordered={ordered}
                index={index}
                last={index === chosen.length - 1}
                list={pointer}
                actions={actions}
                readOnly={readOnly}
              />
            ))}
          </Spine>
        </div>
      )}
      {!readOnly && (
        <Button
          id={id}
          size="xs"
          leftSection={<IconPlus size={15} aria-hidden />}
          disabled={full !== null}
          title={full ?? undefined}
          onClick={() => setChoosing(true)}
          aria-describedby={labelId}
        >
          Add
        </Button>
      )}
      {choosing && (
        <RecordChooser
          type={type}
          selected={chosen}
          onClose={() => setChoosing(false)}
          onChoose={(record) => {
            if (!chosen.includes(record.id)) set([...chosen, record.id]);
            setChoosing(false);
          }}
        />
      )}
    </div>
  );
}

interface RecordItemProps {
  type: string;
  record: RecordId;
  ordered: boolean;
  index: number;
  last: boolean;
  list: string;
  actions: ListActions;
  readOnly: boolean;
}

const RecordItem = memo(function RecordItem({
  type,
  record,
  ordered,
  index,
  last,
  list,
  actions,
  readOnly,
}: RecordItemProps) {
  const { row } = useRecord(type, record);
  const sortable = ordered && !readOnly;
  const title = row?.title ?? (row === null ? 'This no longer exists' : '…');
  const { ref, handleRef, isDragging } = useDragRow(`${list}#${record}`, index, title, actions, !sortable);
  return (
    <div
      ref={ref}
      className={css.item}
      data-dragging={isDragging || undefined}
      data-spine={`${list}#${record}`}
      onKeyDown={(event) => {
        if (!sortable || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
        event.preventDefault();
        event.stopPropagation();
        actions.move([index], index + (event.key === 'ArrowUp' ? -1 : 1));
      }}
    >
      <button
        ref={handleRef}
        type="button"
        className={css.itemName}
        disabled={!sortable}
        title={sortable ? 'Drag to sort, or Alt and the arrows' : undefined}
      >
        <span className="cut">{title}</span>
      </button>
      {sortable && (
        <>
          <ActionIcon
            size={26}
            disabled={index === 0}
            onClick={() => actions.move([index], index - 1)}
            aria-label={`Move ${title} up`}
          >
            <IconArrowUp size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon
            size={26}
            disabled={last}
            onClick={() => actions.move([index], index + 1)}
            aria-label={`Move ${title} down`}
          >
            <IconArrowDown size={16} aria-hidden />
          </ActionIcon>
        </>
      )}
      {!readOnly && (
        <ActionIcon size={26} onClick={() => actions.remove([index], title)} aria-label={`Take ${title} out`}>
          <IconX size={16} />
        </ActionIcon>
      )}
    </div>
  );
});
