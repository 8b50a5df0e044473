import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';

interface ListRows {
  /** Rows that are loaded. */
  count: number;
  /** Rows there are. */
  total: number;
  keyOf: (index: number) => string | number;
  scroller: RefObject<HTMLElement | null>;
  onNeedMore: () => void;
}

/** The rows of a long list that are in sight, below whatever stands above it; asks for more near the end. */
export function useListRows({ count, total, keyOf, scroller, onNeedMore }: ListRows) {
  const box = useRef<HTMLDivElement>(null);
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => {
    if (box.current && scroller.current)
      setOffset(
        box.current.getBoundingClientRect().top -
          scroller.current.getBoundingClientRect().top +
          scroller.current.scrollTop,
      );
  }, [scroller, count]);
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => 56,
    overscan: 8,
    scrollMargin: offset,
    getItemKey: keyOf,
  });
  const shown = virtual.getVirtualItems();
  const last = shown[shown.length - 1]?.index ?? -1;
  useEffect(() => {
    if (last >= count - 5 && count < total) onNeedMore();
  }, [last, count, total, onNeedMore]);
  return { box, virtual, shown, offset };
}
