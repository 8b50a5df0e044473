import { Button, NumberInput } from '@mantine/core';
import { IconFocus2 } from '@tabler/icons-react';
import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import type { FocalPoint, ImageRow } from '../../api';
import classes from './detail.module.css';

interface FocalPointFieldProps {
  image: ImageRow;
  value: FocalPoint | null;
  onChange: (value: FocalPoint | null) => void;
}
interface Spot {
  x: number;
  y: number;
}
const ratios: [label: string, ratio: number][] = [
  ['16:9', 16 / 9],
  ['1:1', 1],
  ['4:5', 4 / 5],
];
const clamp = (value: number): number => Math.min(100, Math.max(0, value));

/** Turns a spot in percent into the area the server crops around. An area that was set before keeps its size. */
export function focalArea(
  image: Pick<ImageRow, 'width' | 'height'>,
  spot: Spot,
  before: FocalPoint | null,
): FocalPoint {
  const side = Math.round(Math.min(image.width, image.height) * 0.2);
  return {
    x: Math.round((spot.x / 100) * image.width),
    y: Math.round((spot.y / 100) * image.height),
    width: before?.width ?? side,
    height: before?.height ?? side,
  };
}

/** The picture with its focus: click, drag, arrow keys, or two numbers; below it what common crops will show. */
export function FocalPointField({ image, value, onChange }: FocalPointFieldProps) {
  const box = useRef<HTMLDivElement>(null);
  const spot: Spot = value ? { x: (value.x / image.width) * 100, y: (value.y / image.height) * 100 } : { x: 50, y: 50 };
  const put = (next: Spot): void => onChange(focalArea(image, { x: clamp(next.x), y: clamp(next.y) }, value));
  const fromPointer = (event: PointerEvent): void => {
    const rect = box.current?.getBoundingClientRect();
    if (rect)
      put({ x: ((event.clientX - rect.left) / rect.width) * 100, y: ((event.clientY - rect.top) / rect.height) * 100 });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.shiftKey ? 10 : 1;
    const move = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key];
    if (!move) return;
    event.preventDefault();
    put({ x: spot.x + (move[0] ?? 0), y: spot.y + (move[1] ?? 0) });
  };
  const number = (axis: 'x' | 'y', label: string) => (
    <NumberInput
      aria-label={`Focus, ${label.toLowerCase()}, in percent`}
      value={Math.round(spot[axis])}
      min={0}
      max={100}
      clampBehavior="strict"
      suffix="%"
      leftSection={<span className={classes.axis}>{label}</span>}
      leftSectionWidth={66}
      hideControls
      onChange={(next) => {
        if (typeof next === 'number' && Math.round(spot[axis]) !== next) put({ ...spot, [axis]: next });
      }}
    />
  );
  return (
    <div className={classes.focus}>
      <div
        ref={box}
        className={classes.focusBox}
        style={{ aspectRatio: `${image.width || 3} / ${image.height || 2}` }}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          fromPointer(event);
        }}
        onPointerMove={(event) => {
          if (event.buttons === 1) fromPointer(event);
        }}
      >
        <img src={image.previewUrl ?? undefined} alt={image.alt} draggable={false} />
        <span
          className={classes.spot}
          data-set={value ? '' : undefined}
          style={{ left: `${spot.x}%`, top: `${spot.y}%` }}
          role="slider"
          tabIndex={0}
          aria-label="Focus of the picture, move it by arrow keys"
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(spot.x)}
          aria-valuetext={`${Math.round(spot.x)}% across, ${Math.round(spot.y)}% down`}
          onKeyDown={onKeyDown}
        />
      </div>
      <div className={classes.axes}>
        {number('x', 'Across')}
        {number('y', 'Down')}
      </div>
      <div className={classes.crops}>
        {ratios.map(([label, ratio]) => (
          <figure key={label} style={{ flex: ratio }}>
            <img src={image.previewUrl ?? undefined} alt="" style={{ objectPosition: `${spot.x}% ${spot.y}%` }} />
            <figcaption>{label}</figcaption>
          </figure>
        ))}
      </div>
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
