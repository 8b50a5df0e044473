import { Button, NumberInput } from '@mantine/core';
import { IconFocus2 } from '@tabler/icons-react';
import { useRef, type KeyboardEvent, type MouseEvent, type PointerEvent, type ReactNode } from 'react';
import type { FocalPoint, ImageRow } from '../../../api';
import { focusAt, focusSize, focusSized } from './framing';
import classes from './framing.module.css';

interface FocusFieldProps {
  image: ImageRow;
  value: FocalPoint | null;
  onChange: (value: FocalPoint | null) => void;
  /** What the focus does, below it. */
  children?: ReactNode;
}

const arrows: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The picture with its focus: click, drag, arrow keys, or numbers. Plus and minus change its size. */
export function FocusField({ image, value, onChange, children }: FocusFieldProps) {
  const box = useRef<HTMLDivElement>(null);
  const spot = value ? { x: (value.x / image.width) * 100, y: (value.y / image.height) * 100 } : { x: 50, y: 50 };
  const put = (next: { x: number; y: number }): void => onChange(focusAt(image, next, value));
  const size = focusSize(image, value ?? focusAt(image, spot, null));
  const grow = (percent: number): void => onChange(focusSized(image, value ?? focusAt(image, spot, null), percent));
  const at = (event: MouseEvent): void => {
    const rect = box.current?.getBoundingClientRect();
    if (rect)
      put({ x: ((event.clientX - rect.left) / rect.width) * 100, y: ((event.clientY - rect.top) / rect.height) * 100 });
  };
  const drag = {
    onPointerDown: (event: PointerEvent): void => {
      // A finger on the picture may want to scroll: it places by a tap, and drags the spot itself.
      if (event.pointerType === 'touch' && event.target === box.current?.firstElementChild) return;
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      if (event.pointerType !== 'touch') at(event);
    },
    onPointerMove: (event: PointerEvent): void => {
      if (event.currentTarget.hasPointerCapture(event.pointerId)) at(event);
    },
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.shiftKey ? 10 : 1;
    const arrow = arrows[event.key];
    if (arrow) put({ x: spot.x + arrow[0] * step, y: spot.y + arrow[1] * step });
    else if (event.key === '+' || event.key === '=') grow(size + 5);
    else if (event.key === '-') grow(size - 5);
    else if ((event.key === 'Delete' || event.key === 'Backspace') && value) onChange(null);
    else return;
    event.preventDefault();
  };
  const number = (label: string, name: string, now: number, most: number, tell: (next: number) => void) => (
    <NumberInput
      aria-label={`Focus, ${name}, in percent`}
      value={Math.round(now)}
      min={0}
      max={most}
      clampBehavior="strict"
      suffix="%"
      leftSection={<span className={classes.axis}>{label}</span>}
      leftSectionWidth={56}
      hideControls
      onChange={(next) => {
        if (typeof next === 'number' && Math.round(now) !== next) tell(next);
      }}
    />
  );
  return (
    <div className={classes.focus}>
      <div
        ref={box}
        className={classes.box}
        style={{ aspectRatio: `${image.width || 3} / ${image.height || 2}` }}
        onClick={(event) => {
          if (event.target === box.current?.firstElementChild) at(event);
        }}
        {...drag}
      >
        <img src={image.previewUrl ?? undefined} alt={image.alt} draggable={false} />
        {value && (
          <span
            className={classes.kept}
            style={{
              left: `${((value.x - value.width / 2) / image.width) * 100}%`,
              top: `${((value.y - value.height / 2) / image.height) * 100}%`,
              width: `${(value.width / image.width) * 100}%`,
              height: `${(value.height / image.height) * 100}%`,
            }}
            aria-hidden
          />
        )}
        <span
          className={classes.spot}
          data-set={value ? '' : undefined}
          style={{ left: `${spot.x}%`, top: `${spot.y}%` }}
          role="slider"
          tabIndex={0}
          aria-label="Focus of the picture; arrow keys move it, plus and minus change its size"
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(spot.x)}
          aria-valuetext={
            value ? `${Math.round(spot.x)}% across, ${Math.round(spot.y)}% down, ${size}% large` : 'Not set'
          }
          onKeyDown={onKeyDown}
        />
      </div>
      <div className={classes.axes}>
        {number('Across', 'across', spot.x, 100, (x) => put({ ...spot, x }))}
        {number('Down', 'down', spot.y, 100, (y) => put({ ...spot, y }))}
        {number('Size', 'size', size, 100, grow)}
      </div>
      {children}
      {value ? (
        <Button variant="subtle" size="xs" px={6} onClick={() => onChange(null)}>
          Forget the focus
        </Button>
      ) : (
        <p className={classes.hint}>
          <IconFocus2 size={15} stroke={1.75} aria-hidden />
          Click on what matters most, and every crop will keep it.
        </p>
      )}
    </div>
  );
}
