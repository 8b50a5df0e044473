import { Fragment } from 'react';
import { GalleryItem } from './gallery-item';
import type { GalleryShape } from './gallery';
import { expectedRows, justifiedRows } from './justified';
import type { LibraryItem } from './library-item';
import { isChosen, type Selection } from './selection';
import type { GalleryKeys } from './use-gallery-keys';
import classes from './gallery.module.css';

/** What a row has: the width of the sheet, the height of its pictures, the space between them. */
export interface Room {
  width: number;
  height: number;
  gap: number;
}

interface GalleryPartProps<Row> {
  /** `undefined` until they are there. */
  rows: readonly Row[] | undefined;
  /** The place of the first one in the whole list. */
  from: number;
  number: number;
  last: boolean;
  shape: GalleryShape;
  room: Room;
  lineHeight: number;
  /** Height of what stands below a picture. */
  words: number;
  draw: (row: Row) => LibraryItem;
  current: number | undefined;
  selection: Selection | undefined;
  keys: GalleryKeys<Row>;
}

/** One part of a gallery: its rows, or ground of about the same height until they are there. */
export function GalleryPart<Row extends { id: number }>(props: GalleryPartProps<Row>) {
  const { rows, from, number, last, shape, room, lineHeight, words, draw, current, selection, keys } = props;
  if (!rows) {
    const height =
      shape === 'list' ? number * lineHeight : expectedRows(number, room) * (room.height + words + room.gap);
    return <div className={classes.waiting} style={{ height }} role="presentation" />;
  }
  const drawn = rows.map((row) => ({ row, item: draw(row) }));
  const one = ({ row, item }: (typeof drawn)[number], index: number) => (
    <GalleryItem
      key={row.id}
      item={item}
      shape={shape}
      current={row.id === current}
      chosen={selection ? isChosen(selection, row.id) : undefined}
      active={keys.active === from + index}
      place={from + index}
      onClick={(event) => keys.click(from + index, row, event)}
      onTick={(event) => keys.tick(from + index, row, event)}
      onFocus={() => keys.focused(from + index)}
    />
  );
  if (shape === 'list') return <>{drawn.map((entry, index) => one(entry, index))}</>;
  return (
    <>
      {justifiedRows(
        drawn.map(({ item }) => item),
        room,
        last,
      ).map(({ start, end, rest }) => (
        <div
          key={start}
          role="presentation"
          data-row=""
          className={classes.row}
          style={{ gap: room.gap, paddingBottom: room.gap }}
        >
          {drawn.slice(start, end).map((entry, index) => (
            <Fragment key={entry.row.id}>{one(entry, start + index)}</Fragment>
          ))}
          {rest > room.gap && <span role="presentation" style={{ flex: `0 1 ${rest - room.gap}px` }} />}
        </div>
      ))}
    </>
  );
}
