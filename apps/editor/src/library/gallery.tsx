import { useElementSize, useMediaQuery, useMergedRef } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { GalleryPart, type Room } from './gallery-part';
import type { LibraryItem } from './library-item';
import { expectedRows } from './justified';
import type { Selection } from './selection';
import { useGalleryKeys } from './use-gallery-keys';
import { partSize, type Parts } from './use-parts';
import classes from './gallery.module.css';

export type GalleryShape = 'grid' | 'list';

interface GalleryProps<Row> {
  label: string;
  parts: Parts<Row>;
  shape: GalleryShape;
  draw: (row: Row) => LibraryItem;
  /** What scrolls, with whatever stands above the pictures. */
  scroller: RefObject<HTMLElement | null>;
  onOpen: (row: Row) => void;
  /** What is open beside the list. */
  current?: number | undefined;
  /** Several can be chosen; without it there is nothing to choose. */
  selection?: Selection | undefined;
  onSelect?: ((selection: Selection) => void) | undefined;
  /** A click chooses, as in a chooser that takes several; else it opens until something is chosen. */
  clickChooses?: boolean;
}

const tile = { wide: { height: 170, gap: 14, words: 44 }, phone: { height: 112, gap: 10, words: 44 } };
const line = { wide: 56, phone: 68 };

/**
 * Thousands of pictures or documents, of which those in sight are drawn and asked for. Arrow keys move, Enter opens,
 * Space chooses, Shift draws a range, Ctrl+A chooses all, Esc chooses nothing.
 */
export function Gallery<Row extends { id: number }>({
  label,
  parts,
  shape,
  draw,
  scroller,
  onOpen,
  current,
  selection,
  onSelect,
  clickChooses = false,
}: GalleryProps<Row>) {
  const box = useRef<HTMLDivElement>(null);
  const { ref: measured, width } = useElementSize<HTMLDivElement>();
  const phone = useMediaQuery('(max-width: 640px)', false, { getInitialValueInEffect: false });
  const sizes = tile[phone ? 'phone' : 'wide'];
  const room: Room = { width, height: sizes.height, gap: sizes.gap };
  const total = parts.total ?? 0;
  const lineHeight = line[phone ? 'phone' : 'wide'];
  const numberIn = (index: number): number => Math.min(partSize, total - index * partSize);
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => {
    if (!box.current || !scroller.current) return;
    const top = scroller.current.getBoundingClientRect().top - scroller.current.scrollTop;
    setOffset(box.current.getBoundingClientRect().top - top);
  }, [scroller, width, total]);
  const virtual = useVirtualizer({
    count: parts.count,
    getScrollElement: () => scroller.current,
    estimateSize: (index) =>
      shape === 'list'
        ? numberIn(index) * lineHeight
        : expectedRows(numberIn(index), room) * (sizes.height + sizes.words + sizes.gap),
    overscan: 0,
    scrollMargin: offset,
    // So many pixels beyond the sheet are drawn before they are scrolled to.
    rangeExtractor: ({ startIndex, endIndex, count }) =>
      Array.from({ length: Math.min(count - 1, endIndex + 1) - Math.max(0, startIndex - 1) + 1 }, (_, index) => {
        return Math.max(0, startIndex - 1) + index;
      }),
  });
  const { measure } = virtual;
  useLayoutEffect(() => measure(), [measure, shape, width, lineHeight]);
  const shown = virtual.getVirtualItems();
  const first = shown[0]?.index ?? 0;
  const last = shown[shown.length - 1]?.index ?? 0;
  const { look } = parts;
  useEffect(() => {
    // What one only flies over is not asked for.
    const settled = setTimeout(() => look(first, last), 70);
    return () => clearTimeout(settled);
  }, [look, first, last]);

  const keys = useGalleryKeys({
    box,
    parts,
    shape,
    selection,
    onSelect,
    clickChooses,
    onOpen,
    drawn: [first * partSize, parts.part(last) ? (last + 1) * partSize : last * partSize],
    reveal: (index) => virtual.scrollToIndex(Math.floor(index / partSize), { align: index === 0 ? 'start' : 'center' }),
  });
  const ref = useMergedRef(box, measured);
  return (
    <div
      ref={ref}
      role="grid"
      aria-label={label}
      aria-rowcount={total}
      aria-multiselectable={onSelect ? true : undefined}
      aria-busy={parts.stale || undefined}
      className={classes.gallery}
      data-shape={shape}
      data-choosing={selection && (selection.all || selection.ids.size > 0) ? '' : undefined}
      style={{ height: virtual.getTotalSize() }}
      {...keys.grid}
    >
      {shown.map((part) => (
        <div
          key={part.key}
          ref={virtual.measureElement}
          data-index={part.index}
          role="presentation"
          className={classes.part}
          style={{ transform: `translateY(${part.start - offset}px)` }}
        >
          <GalleryPart
            rows={parts.part(part.index)}
            from={part.index * partSize}
            number={numberIn(part.index)}
            last={part.index === parts.count - 1}
            shape={shape}
            room={room}
            lineHeight={lineHeight}
            words={sizes.words}
            draw={draw}
            current={current}
            selection={onSelect ? selection : undefined}
            keys={keys}
          />
        </div>
      ))}
    </div>
  );
}
