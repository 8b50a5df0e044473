import { ActionIcon, Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { memo, useMemo, useState } from 'react';
import { SnippetChooser, useSnippet } from '../../choosers';
import type { ControlProps } from '../control';
import { Spine } from '../stream/spine';
import { useDragRow } from '../stream/use-drag-row';
import { type ListActions, useListActions } from '../stream/use-list-actions';
import css from './chosen.module.css';

/** Any number of snippets of a type, in an order. */
export function SnippetsControl({
  field,
  value,
  set,
  pointer,
  id,
  labelId,
  describedBy,
  readOnly,
}: ControlProps<number[] | null>) {
  const type = field.options.type ?? '';
  const chosen = useMemo(() => (Array.isArray(value) ? value : []), [value]);
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
            {chosen.map((snippet, index) => (
              <SnippetRow
                key={snippet}
                type={type}
                snippet={snippet}
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
          onClick={() => setChoosing(true)}
          aria-describedby={labelId}
        >
          Add
        </Button>
      )}
      {choosing && (
        <SnippetChooser
          type={type}
          selected={chosen}
          onClose={() => setChoosing(false)}
          onChoose={(snippet) => {
            if (!chosen.includes(snippet.id)) set([...chosen, snippet.id]);
            setChoosing(false);
          }}
        />
      )}
    </div>
  );
}

interface SnippetRowProps {
  type: string;
  snippet: number;
  index: number;
  last: boolean;
  list: string;
  actions: ListActions;
  readOnly: boolean;
}

const SnippetRow = memo(function SnippetRow({ type, snippet, index, last, list, actions, readOnly }: SnippetRowProps) {
  const { row } = useSnippet(type, snippet);
  const title = row?.title ?? (row === null ? 'This no longer exists' : '…');
  const { ref, handleRef, isDragging } = useDragRow(`${list}#${snippet}`, index, title, actions, readOnly);
  return (
    <div
      ref={ref}
      className={css.item}
      data-dragging={isDragging || undefined}
      data-spine={`${list}#${snippet}`}
      onKeyDown={(event) => {
        if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
        event.preventDefault();
        event.stopPropagation();
        actions.move([index], index + (event.key === 'ArrowUp' ? -1 : 1));
      }}
    >
      <button
        ref={handleRef}
        type="button"
        className={css.itemName}
        disabled={readOnly}
        title="Drag to sort, or Alt and the arrows"
      >
        <span className="cut">{title}</span>
      </button>
      {!readOnly && (
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
          <ActionIcon size={26} onClick={() => actions.remove([index], title)} aria-label={`Take ${title} out`}>
            <IconX size={16} />
          </ActionIcon>
        </>
      )}
    </div>
  );
});
