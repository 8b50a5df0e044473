import { DragDropProvider, DragOverlay } from '@dnd-kit/react';
import { type ReactNode, useRef } from 'react';
import type { ListActions } from './use-list-actions';
import css from './spine.module.css';

interface SpineProps { actions: ListActions; label: string; nested: boolean; children: ReactNode }

/**
 * A list of entries along a spine, which can be dragged within it. While one is dragged
 * a line shows where it would go; the entries themselves stay put until it is dropped.
 */
export function Spine({ actions, label, nested, children }: SpineProps) {
  const marked = useRef<Element | null>(null);
  const mark = (element: Element | undefined, place: 'before' | 'after' | null) => {
    marked.current?.removeAttribute('data-drop');
    marked.current = element ?? null;
    if (element && place) element.setAttribute('data-drop', place);
  };
  return (
    <DragDropProvider
      onDragOver={({ operation: { source, target } }) => {
        const [from, to] = [placeOf(source), placeOf(target)];
        mark(target?.element, from === null || to === null || from === to ? null : to < from ? 'before' : 'after');
      }}
      onDragEnd={({ operation: { source, target }, canceled }) => {
        mark(undefined, null);
        const [from, to] = [placeOf(source), placeOf(target)];
        if (!canceled && from !== null && to !== null) actions.move(from, to);
      }}>
      <div className={css.spine} data-nested={nested || undefined} role="group" aria-label={label}>{children}</div>
      <DragOverlay dropAnimation={null}>
        {(source) => <span className={css.dragged}>{String((source.data as { label?: unknown }).label ?? '')}</span>}
      </DragOverlay>
    </DragDropProvider>
  );
}

function placeOf(entity: unknown): number | null {
  const index = (entity as { data?: { index?: unknown } } | null | undefined)?.data?.index;
  return typeof index === 'number' ? index : null;
}
