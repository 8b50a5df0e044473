import {
  useEffect,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
} from 'react';
import type { GalleryShape } from './gallery';
import { drawnAt, placeBeside } from './places';
import { everything, nothing, toggled, withRange, type Selection } from './selection';
import type { Parts } from './use-parts';

interface GalleryKeysProps<Row> {
  box: RefObject<HTMLElement | null>;
  parts: Parts<Row>;
  shape: GalleryShape;
  selection: Selection | undefined;
  onSelect: ((selection: Selection) => void) | undefined;
  clickChooses: boolean;
  onOpen: (row: Row) => void;
  /** What is drawn: from the first place to the one behind the last. */
  drawn: readonly [number, number];
  /** Scrolls to a place that may not be drawn yet. */
  reveal: (index: number) => void;
}

/** How a gallery answers mouse and keys. */
export interface GalleryKeys<Row> {
  active: number;
  click: (index: number, row: Row, event: MouseEvent) => void;
  tick: (index: number, row: Row, event: MouseEvent) => void;
  focused: (index: number) => void;
  grid: { tabIndex: 0 | -1; onFocus: (event: FocusEvent) => void; onKeyDown: (event: KeyboardEvent) => void };
}

/** Moving, opening and choosing in a gallery: click, Ctrl and Shift as everywhere, and all of it by keys. */
export function useGalleryKeys<Row extends { id: number }>(props: GalleryKeysProps<Row>): GalleryKeys<Row> {
  const { box, parts, shape, selection, onSelect, clickChooses, onOpen, drawn, reveal } = props;
  const total = parts.total ?? 0;
  const [wished, setActive] = useState(0);
  const active = Math.min(wished, Math.max(0, total - 1));
  /** A place to be focused as soon as it is drawn. */
  const coming = useRef<number | null>(null);
  /** Where a range begins, and what was chosen before it. */
  const anchor = useRef<{ index: number; before: Selection }>({ index: 0, before: nothing });
  const anyChosen = selection !== undefined && (selection.all || selection.ids.size > 0);

  const focusAt = (index: number): void => {
    setActive(index);
    const there = drawnAt(box.current, index);
    coming.current = there ? null : index;
    if (there) return there.focus();
    // What has the focus may be scrolled away: the gallery itself keeps it until the other one is drawn.
    box.current?.focus({ preventScroll: true });
    reveal(index);
  };
  useEffect(() => {
    const there = coming.current === null ? null : drawnAt(box.current, coming.current);
    if (!there) return;
    coming.current = null;
    there.focus();
  });

  const choose = (next: Selection, index: number): void => {
    anchor.current = { index, before: next };
    onSelect?.(next);
  };
  const loadedIds = (): number[] => parts.loaded().map((row) => row.id);
  const turn = (index: number, id: number): void => choose(toggled(selection ?? nothing, id, loadedIds()), index);
  const stretchTo = (index: number): void => {
    const { index: from, before } = anchor.current;
    const take = (rows: Row[]): void =>
      onSelect?.(
        withRange(
          before,
          rows.map(({ id }) => id),
        ),
      );
    // A part that does not come leaves the choice as it was; the list itself says what is wrong.
    parts.between(Math.min(from, index), Math.max(from, index)).then(take, () => undefined);
  };
  const tick = (index: number, row: Row, event: MouseEvent): void => {
    setActive(index);
    if (event.shiftKey) stretchTo(index);
    else turn(index, row.id);
  };
  const rowAt = (index: number): Row | undefined => {
    const id = Number(drawnAt(box.current, index)?.dataset.id);
    return parts.loaded().find((row) => row.id === id);
  };

  const moveTo = (index: number, stretching: boolean): void => {
    const next = Math.min(total - 1, Math.max(0, index));
    focusAt(next);
    if (stretching && onSelect) stretchTo(next);
    else anchor.current = { index: next, before: selection ?? nothing };
  };
  const rowsOn = (by: number): number => (shape === 'list' ? active + by : placeBeside(box.current, active, by));
  const placeFor = (event: KeyboardEvent): number | null => {
    const on = getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1;
    const page = shape === 'list' ? 10 : 3;
    const places: Record<string, () => number> = {
      ArrowRight: () => active + on,
      ArrowLeft: () => active - on,
      ArrowDown: () => rowsOn(1),
      ArrowUp: () => rowsOn(-1),
      PageDown: () => rowsOn(page),
      PageUp: () => rowsOn(-page),
      Home: () => 0,
      End: () => total - 1,
    };
    return places[event.key]?.() ?? null;
  };
  const act = (event: KeyboardEvent): boolean => {
    const command = event.ctrlKey || event.metaKey;
    const row = rowAt(active);
    if (event.key === 'Enter' && row) onOpen(row);
    else if (event.key === ' ' && onSelect && row) {
      if (event.shiftKey) stretchTo(active);
      else turn(active, row.id);
    } else if (command && event.key.toLowerCase() === 'a' && onSelect) choose(everything, active);
    else if (event.key === 'Escape' && anyChosen) choose(nothing, active);
    else return false;
    return true;
  };

  return {
    active,
    tick,
    click: (index, row, event) => {
      const choosing = event.shiftKey || event.ctrlKey || event.metaKey || anyChosen || clickChooses;
      if (onSelect && choosing) return tick(index, row, event);
      setActive(index);
      anchor.current = { index, before: nothing };
      onOpen(row);
    },
    focused: setActive,
    grid: {
      // Reached by Tab while the active one is scrolled away.
      tabIndex: active >= drawn[0] && active < drawn[1] ? -1 : 0,
      onFocus: (event) => {
        if (event.target === event.currentTarget && coming.current === null) focusAt(active);
      },
      onKeyDown: (event) => {
        const place = event.ctrlKey || event.metaKey ? null : placeFor(event);
        if (place !== null) moveTo(place, event.shiftKey);
        else if (!act(event)) return;
        event.preventDefault();
        event.stopPropagation();
      },
    },
  };
}
