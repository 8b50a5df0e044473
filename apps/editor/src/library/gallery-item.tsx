import { IconCheck } from '@tabler/icons-react';
import { useState, type CSSProperties, type MouseEvent } from 'react';
import type { GalleryShape } from './gallery';
import { nameOf, type LibraryItem } from './library-item';
import classes from './gallery.module.css';

interface GalleryItemProps {
  item: LibraryItem;
  shape: GalleryShape;
  current: boolean;
  /** `undefined` where nothing can be chosen. */
  chosen: boolean | undefined;
  /** The one that Tab comes to. */
  active: boolean;
  /** Its place in the whole list, from 0. */
  place: number;
  onClick: (event: MouseEvent) => void;
  onTick: (event: MouseEvent) => void;
  onFocus: () => void;
}

/** One picture or document, as a tile or as a line. */
export function GalleryItem({
  item,
  shape,
  current,
  chosen,
  active,
  place,
  onClick,
  onTick,
  onFocus,
}: GalleryItemProps) {
  const Draw = shape === 'grid' ? Tile : Line;
  return (
    <div
      role="row"
      tabIndex={active ? 0 : -1}
      className={shape === 'grid' ? classes.tile : classes.line}
      style={{ '--ratio': item.ratio } as CSSProperties}
      aria-rowindex={place + 1}
      aria-label={nameOf(item)}
      aria-selected={chosen}
      aria-current={current || undefined}
      data-place={place}
      data-id={item.id}
      onClick={onClick}
      onFocus={onFocus}
    >
      <div role="gridcell" className={classes.cell}>
        <Draw item={item} />
        {chosen !== undefined && (
          <span
            className={classes.tick}
            data-on={chosen || undefined}
            aria-hidden
            onClick={(event) => {
              event.stopPropagation();
              onTick(event);
            }}
          >
            <span>
              <IconCheck size={14} stroke={3} />
            </span>
          </span>
        )}
      </div>
    </div>
  );
}

function Picture({ item }: { item: LibraryItem }) {
  const Shape = item.icon;
  // What lies in the trash is not served any more; its few first pixels stand for it.
  const [gone, setGone] = useState(false);
  const ground = item.placeholder ? `center / cover url("${item.placeholder}")` : (item.colour ?? undefined);
  const style = ground ? { background: ground } : undefined;
  if (!item.picture || gone)
    return (
      <span className={classes.icon} style={style}>
        <Shape size={28} stroke={1.25} aria-hidden />
      </span>
    );
  return (
    <img
      src={item.picture}
      alt=""
      loading="lazy"
      decoding="async"
      draggable={false}
      style={style}
      onError={() => setGone(true)}
    />
  );
}

function Tile({ item }: { item: LibraryItem }) {
  return (
    <>
      <span className={classes.picture}>
        <Picture item={item} />
        {item.badge && <span className={classes.badge}>{item.badge}</span>}
      </span>
      <span className={`cut ${classes.name}`}>{item.title}</span>
      <span className={`num cut ${classes.note}`}>{item.note}</span>
    </>
  );
}

function Line({ item }: { item: LibraryItem }) {
  return (
    <>
      <span className={classes.thumb}>
        <Picture item={item} />
      </span>
      <span className={classes.words}>
        <b className="cut">{item.title}</b>
        <small className="cut">{item.note}</small>
      </span>
      {item.badge && <span className={classes.problem}>{item.badge}</span>}
      {item.columns.map((text, index) => (
        <span key={index} className={`num ${classes.column}`}>
          {text}
        </span>
      ))}
    </>
  );
}
