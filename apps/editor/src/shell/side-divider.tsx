import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import classes from './shell.module.css';
import { sideLimits, useShell } from './shell-state';

/** Makes the side column wider or narrower, by dragging or by arrow keys. */
export function SideDivider() {
  const { sideWidth, setSideWidth } = useShell();
  const from = useRef<{ x: number; width: number } | null>(null);
  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    from.current = { x: event.clientX, width: sideWidth };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    if (!from.current) return;
    const sign = document.dir === 'rtl' ? -1 : 1;
    setSideWidth(from.current.width + sign * (event.clientX - from.current.x));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowLeft: -16, ArrowRight: 16 }[event.key];
    if (!step) return;
    event.preventDefault();
    setSideWidth(sideWidth + step);
  };
  return (
    <span
      className={classes.divider}
      role="separator"
      aria-orientation="vertical"
      aria-label="Width of the side column"
      tabIndex={0}
      aria-valuemin={sideLimits.least}
      aria-valuemax={sideLimits.most}
      aria-valuenow={sideWidth}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        from.current = null;
      }}
      onKeyDown={onKeyDown}
      onDoubleClick={() => setSideWidth(sideLimits.usual)}
    />
  );
}
