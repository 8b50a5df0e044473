import { IconGripVertical } from '@tabler/icons-react';
import { useState, type DragEvent, type KeyboardEvent } from 'react';
import classes from './row-handle.module.css';

/** Lets rows of a list change places: the index of the row that moves, and that in front of which it goes. */
export type Rearrange = (from: number, to: number) => void;

/** Dragging of rows by their handles. `line` is the row above which the dragged one would land. */
export function useRowDrag(count: number, onMove: Rearrange | undefined) {
  const [from, setFrom] = useState<number | null>(null);
  const [line, setLine] = useState<number | null>(null);
  const end = (): void => {
    setFrom(null);
    setLine(null);
  };
  return {
    line,
    lineAfter: line === count,
    handle: (index: number) => ({
      draggable: true,
      onDragStart: (event: DragEvent<HTMLElement>) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', String(index));
        setFrom(index);
      },
      onDragEnd: end,
    }),
    row: (index: number) => ({
      onDragOver: (event: DragEvent<HTMLElement>) => {
        if (from === null) return;
        event.preventDefault();
        const { top, height } = event.currentTarget.getBoundingClientRect();
        setLine(event.clientY < top + height / 2 ? index : index + 1);
      },
      onDrop: (event: DragEvent<HTMLElement>) => {
        if (from === null) return;
        event.preventDefault();
        if (line !== null && line !== from && line !== from + 1) onMove?.(from, line);
        end();
      },
    }),
  };
}

interface RowHandleProps {
  title: string;
  index: number;
  count: number;
  onMove: Rearrange;
  drag: { draggable: boolean; onDragStart: (event: DragEvent<HTMLElement>) => void; onDragEnd: () => void };
}

/** Drags a row, or moves it with the arrow keys. */
export function RowHandle({ title, index, count, onMove, drag }: RowHandleProps) {
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = event.key === 'ArrowUp' ? index - 1 : event.key === 'ArrowDown' ? index + 2 : null;
    if (to === null) return;
    event.preventDefault();
    if (to >= 0 && to <= count) onMove(index, to);
  };
  return (
    <button
      type="button"
      className={`${classes.handle} no-phone`}
      aria-label={`Move ${title}: arrow up or down`}
      title="Drag, or press arrow up or down"
      onKeyDown={onKeyDown}
      {...drag}
    >
      <IconGripVertical size={14} stroke={1.75} aria-hidden />
    </button>
  );
}
