import { IconChevronDown, IconChevronRight, IconGripVertical } from '@tabler/icons-react';
import { type ReactNode, useId, useRef, useState } from 'react';
import { HeadSlotContext, useActive, useErrors, useFolded, useForm } from '../form-context';
import { revealField } from '../parts/reveal';
import { MoveElsewhere } from './move-elsewhere';
import { RowTools } from './row-tools';
import { useSelected } from './selection';
import css from './spine.module.css';
import { useSpineList } from './spine-context';
import { useDragRow } from './use-drag-row';
import type { ListActions } from './use-list-actions';
import { useRowKeys } from './use-row-keys';

export interface SpineRowProps {
  /** The entry's id; made up from its place where stored data has none. */
  uiId: string;
  pointer: string;
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
  onAdd?: ((index: number) => void) | undefined;
  children: (labelId: string) => ReactNode;
}

/** One entry along a spine: head with its tools, and what it holds. */
export function SpineRow(props: SpineRowProps) {
  const { uiId, pointer, index, icon, label, summary, actions, readOnly, initiallyFolded, children } = props;
  const form = useForm();
  const list = useSpineList();
  const active = useActive(uiId);
  const chosen = useSelected(list.pointer, uiId);
  const folded = useFolded(uiId, initiallyFolded);
  const labelId = useId();
  const name = /\d$/.test(label) ? label : `${label} ${index + 1}`;
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  const [leaving, setLeaving] = useState(false);
  const wasActive = useRef(false);
  const { ref, handleRef, isDragging } = useDragRow(uiId, index, label, actions, readOnly);
  const keys = useRowKeys(list, { ...props, id: uiId });
  const toggle = () => form.ui.fold([uiId], !folded);
  return (
    <section
      ref={ref}
      className={css.row}
      data-spine={uiId}
      data-pointer={pointer}
      data-active={active || undefined}
      data-chosen={chosen || undefined}
      data-dragging={isDragging || undefined}
      aria-label={name}
      tabIndex={-1}
      onKeyDown={keys.onKeyDown}
      onCopy={keys.onCopy}
      onCut={keys.onCopy}
      onPaste={keys.onPaste}
      onFocus={(event) =>
        (event.target as HTMLElement).closest('[data-spine]') === event.currentTarget && form.ui.setActive(uiId)
      }
    >
      <div className={css.head}>
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
        <button
          type="button"
          className={css.name}
          aria-expanded={!folded}
          aria-pressed={chosen || undefined}
          data-head
          onMouseDown={(event) => {
            wasActive.current = active;
            keys.takes(event);
            // Choosing several must not select the words between them.
            if (event.shiftKey) event.preventDefault();
          }}
          onClick={(event) => {
            if (keys.chooses(event)) return;
            // A first click with the mouse on an open entry only takes it in hand.
            if (event.detail === 0 || wasActive.current || folded) toggle();
          }}
        >
          <span className={css.icon}>{icon}</span>
          <b id={labelId}>{label}</b>
          {folded && <span className={`${css.summary} cut`}>{summary}</span>}
          <span className={css.chevron}>
            {folded ? <IconChevronRight size={15} aria-hidden /> : <IconChevronDown size={15} aria-hidden />}
          </span>
        </button>
        <RowErrors pointer={pointer} />
        <div className={css.slot} ref={setSlot} hidden={folded} />
        {!readOnly && (
          <div className={css.tools}>
            <RowTools
              {...props}
              folded={folded}
              onFold={toggle}
              onAdd={props.onAdd}
              onMoveElsewhere={() => setLeaving(true)}
            />
          </div>
        )}
      </div>
      {!folded && (
        <div className={css.body} data-body>
          <HeadSlotContext value={slot}>{children(labelId)}</HeadSlotContext>
        </div>
      )}
      {leaving && list.blocks && (
        <MoveElsewhere blocks={list.blocks} index={index} label={label} onClose={() => setLeaving(false)} />
      )}
    </section>
  );
}

/** How many errors lie in an entry; a click goes to the first. */
function RowErrors({ pointer }: { pointer: string }) {
  const errors = useErrors();
  const inside = errors.below(pointer);
  if (inside.length === 0) return null;
  const words = inside.length === 1 ? '1 error' : `${inside.length} errors`;
  return (
    <button
      type="button"
      className={css.errors}
      aria-label={`${words}, go to the first`}
      onClick={() => revealField(inside[0]!)}
    >
      {inside.length}
    </button>
  );
}
