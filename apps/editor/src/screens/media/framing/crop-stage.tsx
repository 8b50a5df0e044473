import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import type { ImageRow } from '../../../api';
import { cornered, moved, widened, type Area, type Corner, type Size } from './framing';
import classes from './crop.module.css';

interface CropStageProps {
  image: ImageRow;
  ratio: Size & { label: string };
  area: Area;
  onChange: (area: Area) => void;
}

const corners: readonly Corner[] = ['nw', 'ne', 'sw', 'se'];
const arrows: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The whole picture with the part that is shown: dragged by mouse or finger, or moved by keys. */
export function CropStage({ image, ratio, area, onChange }: CropStageProps) {
  const stage = useRef<HTMLDivElement>(null);
  /** Where the part was held, in pixels of the picture. */
  const hold = useRef<{ x: number; y: number }>({ x: 0, y: 0 });
  const spotOf = (event: PointerEvent): { x: number; y: number } => {
    const rect = stage.current?.getBoundingClientRect();
    if (!rect) return { x: 0, y: 0 };
    return {
      x: ((event.clientX - rect.left) / rect.width) * image.width,
      y: ((event.clientY - rect.top) / rect.height) * image.height,
    };
  };
  const take = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    const spot = spotOf(event);
    hold.current = { x: spot.x - area.x, y: spot.y - area.y };
  };
  const held = (event: PointerEvent): boolean => event.currentTarget.hasPointerCapture(event.pointerId);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = (event.shiftKey ? 0.1 : 0.01) * Math.max(image.width, image.height);
    const arrow = arrows[event.key];
    if (arrow) onChange(moved(image, area, arrow[0] * step, arrow[1] * step));
    else if (event.key === '+' || event.key === '=') onChange(widened(image, area, ratio, area.width + step));
    else if (event.key === '-') onChange(widened(image, area, ratio, area.width - step));
    else return;
    event.preventDefault();
  };
  const percent = (part: number, whole: number): string => `${(part / whole) * 100}%`;
  return (
    <div
      ref={stage}
      className={classes.stage}
      style={{
        aspectRatio: `${image.width} / ${image.height}`,
        // As wide as the height of the screen allows.
        maxWidth: `calc(min(56vh, 560px) * ${image.width / image.height})`,
      }}
    >
      <img src={image.previewUrl ?? undefined} alt={image.alt} draggable={false} />
      <div
        className={classes.part}
        role="group"
        tabIndex={0}
        data-autofocus
        aria-roledescription="movable part"
        aria-label={`What is shown in ${ratio.label}: arrow keys move it, plus and minus change its size`}
        style={{
          left: percent(area.x, image.width),
          top: percent(area.y, image.height),
          width: percent(area.width, image.width),
          height: percent(area.height, image.height),
        }}
        onKeyDown={onKeyDown}
        onPointerDown={take}
        onPointerMove={(event) => {
          if (!held(event)) return;
          const spot = spotOf(event);
          onChange(moved(image, area, spot.x - hold.current.x - area.x, spot.y - hold.current.y - area.y));
        }}
      >
        {corners.map((corner) => (
          <span
            key={corner}
            className={classes.corner}
            data-corner={corner}
            aria-hidden
            onPointerDown={take}
            onPointerMove={(event) => {
              event.stopPropagation();
              if (held(event)) onChange(cornered(image, area, ratio, corner, spotOf(event)));
            }}
          />
        ))}
      </div>
    </div>
  );
}
