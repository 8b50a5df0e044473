import type { QueryKey } from '@tanstack/react-query';
import { useRef } from 'react';
import type { ListOf } from '../api';
import { Gallery, type GalleryShape } from '../library/gallery';
import type { LibraryItem } from '../library/library-item';
import { useParts } from '../library/use-parts';
import { ProblemNote, SkeletonRows } from '../parts/states';
import css from './chooser.module.css';
import type { ChosenRows } from './use-chosen-rows';

interface MediaGalleryProps<Row> {
  label: string;
  shape: GalleryShape;
  queryKey: QueryKey;
  list: (offset: number, limit: number, signal: AbortSignal) => Promise<ListOf<Row>>;
  draw: (row: Row) => LibraryItem;
  selected: number | null;
  empty: string;
  onChoose: (row: Row) => void;
  /** Several are chosen before they are taken; without it one is taken at once. */
  several?: ChosenRows<Row> | undefined;
}

/** The pictures or documents of a chooser, any number of them. */
export function MediaGallery<Row extends { id: number }>(props: MediaGalleryProps<Row>) {
  const { label, shape, queryKey, list, draw, selected, empty, onChoose, several } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const parts = useParts<Row>(queryKey, list);
  return (
    <div className={css.main} ref={scroller}>
      {parts.error !== null && (
        <ProblemNote error={parts.error} what={`The ${label.toLowerCase()} could not be read.`} onRetry={parts.retry} />
      )}
      {parts.total === null ? (
        parts.error === null && <SkeletonRows rows={4} height={shape === 'grid' ? '170px' : '56px'} />
      ) : parts.total === 0 ? (
        <p className={css.quiet}>{empty}</p>
      ) : (
        <Gallery
          label={label}
          parts={parts}
          shape={shape}
          draw={draw}
          scroller={scroller}
          current={selected ?? undefined}
          onOpen={onChoose}
          {...(several
            ? {
                selection: several.selection,
                onSelect: (selection) => several.select(selection, parts.loaded()),
                clickChooses: true,
              }
            : {})}
        />
      )}
    </div>
  );
}
