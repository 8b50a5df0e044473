import { ActionIcon, Menu } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconChevronDown,
  IconChevronRight,
  IconCopy,
  IconDots,
  IconGripVertical,
} from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { HeadSlotContext, useActive, useErrors, useFolded, useForm } from '../form-context';
import css from './spine.module.css';
import { RowMenu } from './row-menu';
import { useDragRow } from './use-drag-row';
import type { ListActions } from './use-list-actions';

export interface SpineRowProps {
  /** The entry's id; made up from its place where stored data has none. */
  uiId: string;
  pointer: string;
  listPointer: string;
  index: number;
  last: boolean;
  icon: ReactNode;
  label: string;
  summary: ReactNode;
  actions: ListActions;
  readOnly: boolean;
  removable: boolean;
  /** Why no copy can be made; `null` when one can. */
  full: string | null;
  initiallyFolded: boolean;
  onAdd?: (index: number) => void;
  children: (labelId: string) => ReactNode;
}

/** One entry along a spine: head with its tools, and what it holds. */
export function SpineRow(props: SpineRowProps) {
  const {
    uiId,
    pointer,
    index,
    last,
    icon,
    label,
    summary,
    actions,
    readOnly,
    removable,
    full,
    initiallyFolded,
    children,
  } = props;
  const form = useForm();
  const active = useActive(uiId);
  const folded = useFolded(uiId, initiallyFolded);
  const errors = useErrors().count(pointer);
  const labelId = useId();
  const name = /\d$/.test(label) ? label : `${label} ${index + 1}`;
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  const wasActive = useRef(false);
  const { ref, handleRef, isDragging } = useDragRow(uiId, index, props.listPointer, label, readOnly);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (
      !event.altKey ||
      event.ctrlKey ||
      event.metaKey ||
      readOnly ||
      (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')
    )
      return;
    if ((event.target as HTMLElement).closest('[data-spine]') !== event.currentTarget) return;
    event.preventDefault();
    event.stopPropagation();
    actions.move(index, index + (event.key === 'ArrowUp' ? -1 : 1));
  };
  const toggle = () => form.ui.fold([uiId], !folded);
  return (
    <section
      ref={ref}
      className={css.row}
      data-spine={uiId}
      data-pointer={pointer}
      data-active={active || undefined}
      data-dragging={isDragging || undefined}
      aria-label={name}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onFocus={(event) =>
        (event.target as HTMLElement).closest('[data-spine]') === event.currentTarget && form.ui.setActive(uiId)
      }
    >
      {!readOnly && (
        <button
          ref={handleRef}
          type="button"
          className={css.handle}
          aria-label={`Drag ${name}, or move it with Alt and the arrows`}
        >
          <IconGripVertical size={16} stroke={1.75} aria-hidden />
        </button>
      )}
      <div className={css.head}>
        <button
          type="button"
          className={css.name}
          aria-expanded={!folded}
          onMouseDown={() => {
            wasActive.current = active;
          }}
          onClick={(event) => {
            // A first click with the mouse on an open entry only takes it in hand.
            if (event.detail === 0 || wasActive.current || folded) toggle();
          }}
        >
          <span className={css.icon}>{icon}</span>
          <b id={labelId}>{label}</b>
          {folded && <span className={`${css.summary} cut`}>{summary}</span>}
          {errors > 0 && folded && (
            <span className={css.errors}>
              {errors}
              <span className="visually-hidden"> {errors === 1 ? 'error' : 'errors'}</span>
            </span>
          )}
          <span className={css.chevron}>
            {folded ? <IconChevronRight size={15} aria-hidden /> : <IconChevronDown size={15} aria-hidden />}
          </span>
        </button>
        <div className={css.slot} ref={setSlot} hidden={folded} />
        {!readOnly && (
          <div className={css.tools}>
            <ActionIcon
              size={26}
              className="no-phone"
              disabled={index === 0}
              onClick={() => actions.move(index, index - 1)}
              aria-label="Move up"
            >
              <IconArrowUp size={18} stroke={1.75} aria-hidden />
            </ActionIcon>
            <ActionIcon
              size={26}
              className="no-phone"
              disabled={last}
              onClick={() => actions.move(index, index + 1)}
              aria-label="Move down"
            >
              <IconArrowDown size={18} stroke={1.75} aria-hidden />
            </ActionIcon>
            <ActionIcon
              size={26}
              className="no-phone"
              disabled={full !== null}
              onClick={() => actions.duplicate(index)}
              aria-label="Duplicate"
              title={full ?? undefined}
            >
              <IconCopy size={18} stroke={1.75} aria-hidden />
            </ActionIcon>
            <Menu>
              <Menu.Target>
                <ActionIcon size={26} aria-label="More">
                  <IconDots size={18} stroke={1.75} aria-hidden />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <RowMenu
                  index={index}
                  last={last}
                  label={label}
                  actions={actions}
                  removable={removable}
                  full={full}
                  folded={folded}
                  onFold={toggle}
                  onAdd={props.onAdd}
                  pointer={props.listPointer}
                />
              </Menu.Dropdown>
            </Menu>
          </div>
        )}
      </div>
      {!folded && (
        <div className={css.body} data-body>
          <HeadSlotContext value={slot}>{children(labelId)}</HeadSlotContext>
        </div>
      )}
    </section>
  );
}
