import type { Plugins } from '@dnd-kit/abstract';
import { Accessibility } from '@dnd-kit/dom';
import { DragDropProvider, DragOverlay, PointerSensor } from '@dnd-kit/react';
import { type ReactNode, useRef } from 'react';
import { type DropPlace, landing } from '../model/landing';
import type { ListActions } from './use-list-actions';
import css from './spine.module.css';

interface SpineProps {
  actions: ListActions;
  label: string;
  nested: boolean;
  children: ReactNode;
}

/** The part of a drag this list looks at. */
interface Drag {
  source: unknown;
  target: { element?: Element | undefined } | null;
  position: { current: { y: number } };
}

/**
 * A list of entries along a spine, which can be dragged within it. While one is dragged
 * a line shows where it would go; the entries themselves stay put until it is dropped.
 */
export function Spine({ actions, label, nested, children }: SpineProps) {
  const marked = useRef<Element | null>(null);
  const mark = (drag: Drag | null) => {
    marked.current?.removeAttribute('data-drop');
    const place = drag && placeOf(drag);
    const element = place && drag.target?.element;
    if (element && landing(place.from, place.to, place.side) !== null) element.setAttribute('data-drop', place.side);
    marked.current = element || null;
  };
  return (
    <DragDropProvider
      sensors={SENSORS}
      plugins={withoutInstructions}
      onDragOver={({ operation }) => mark(operation)}
      onDragMove={({ operation }) => mark(operation)}
      onDragEnd={({ operation, canceled }) => {
        const place = canceled ? null : placeOf(operation);
        mark(null);
        const to = place && landing(place.from, place.to, place.side);
        if (place && to !== null) actions.move(place.from, to);
      }}
    >
      <div className={css.spine} data-nested={nested || undefined} role="group" aria-label={label}>
        {children}
      </div>
      <DragOverlay dropAnimation={null}>
        {(source) => <span className={css.dragged}>{String((source.data as { label?: unknown }).label ?? '')}</span>}
      </DragOverlay>
    </DragDropProvider>
  );
}

/** The keyboard moves entries by Alt and the arrows, from anywhere in them, and not by picking up a handle. */
const SENSORS = [PointerSensor];
const withoutInstructions = (plugins: Plugins): Plugins => plugins.filter((plugin) => plugin !== Accessibility);

/** Where a drag would end: above or below an entry, whichever half of it the pointer is in. */
function placeOf({ source, target, position }: Drag): { from: number; to: number; side: DropPlace } | null {
  const [from, to] = [indexOf(source), indexOf(target)];
  const box = target?.element?.getBoundingClientRect();
  if (from === null || to === null || !box) return null;
  return { from, to, side: position.current.y < box.top + box.height / 2 ? 'before' : 'after' };
}

function indexOf(entity: unknown): number | null {
  const index = (entity as { data?: { index?: unknown } } | null)?.data?.index;
  return typeof index === 'number' ? index : null;
}
