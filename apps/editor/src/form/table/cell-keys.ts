import type { KeyboardEvent } from 'react';

/** Ctrl and the arrows go from cell to cell; Enter goes to the one below. */
export function moveBetweenCells(event: KeyboardEvent<HTMLElement>): void {
  const cell = (event.target as HTMLElement).dataset.cell;
  if (!cell) return;
  const [row, column] = cell.split(',').map(Number) as [number, number];
  const down = event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing;
  const arrow = event.ctrlKey || event.metaKey ? ARROWS[event.key] : undefined;
  const step = down ? ([1, 0] as const) : arrow;
  if (!step) return;
  const next = event.currentTarget.querySelector<HTMLElement>(`[data-cell="${row + step[0]},${column + step[1]}"]`);
  event.preventDefault();
  next?.focus();
}

const ARROWS: Record<string, readonly [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};
