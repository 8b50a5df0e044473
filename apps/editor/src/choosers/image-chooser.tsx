import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type CSSProperties, useCallback, useState } from 'react';
import { GridList, GridListItem } from 'react-aria-components';
import { api, type ImageRow, queryKeys, uploadImage } from '../api';
import { ProblemNote, SkeletonRows } from '../parts/states';
import css from './chooser.module.css';
import { ChooserDialog } from './chooser-dialog';
import { CollectionFilter, CollectionSelect } from './collection-filter';
import { PickBox, type Picking, PickingFoot, usePicking } from './picking';
import { SearchBox } from './search-box';
import { DropArea, UploadButton, UploadPanel } from './upload-panel';
import { type Pieces, usePieces } from './use-pieces';
import { useUpload } from './use-upload';

interface ImageChooserProps {
  selected: number | null;
  onChoose: (image: ImageRow) => void;
  /** Several are picked and taken together; an uploaded one is taken alone. */
  onChooseMany?: (images: readonly ImageRow[]) => void;
  onClose: () => void;
}

/** Chooses a picture: search, collections, or one uploaded on the spot. */
export function ImageChooser({ selected, onChoose, onChooseMany, onClose }: ImageChooserProps) {
  const several = usePicking<ImageRow>();
  const picking = onChooseMany ? several : undefined;
  const [text, setText] = useState('');
  const [collection, setCollection] = useState<number | null>(null);
  const client = useQueryClient();
  const query = {
    ...(text ? { q: text } : {}),
    ...(collection === null ? {} : { collection }),
    order: '-created' as const,
  };
  const pieces = usePieces<ImageRow>(queryKeys.imageList(query), (offset, limit, signal) =>
    api.images.list({ ...query, offset, limit }, signal),
  );
  const done = useCallback(
    (image: ImageRow) => {
      void client.invalidateQueries({ queryKey: queryKeys.images });
      void client.invalidateQueries({ queryKey: queryKeys.collections });
      onChoose(image);
    },
    [client, onChoose],
  );
  const { upload, start, dismiss } = useUpload(uploadImage, done);
  const take = (file: File) => void start(file, collection);

  return (
    <ChooserDialog title={onChooseMany ? 'Choose images' : 'Choose an image'} size={1000} onClose={onClose}>
      <div className={css.bar}>
        <SearchBox label="Search images" onSearch={setText} />
        <CollectionSelect chosen={collection} onChoose={setCollection} className={`${css.select} ${css.narrowOnly}`} />
        <UploadButton accept="image/*" busy={upload !== null && upload.failure === null} onFile={take} />
      </div>
      <UploadPanel upload={upload} onDismiss={dismiss} />
      <DropArea className={css.split} hint="Drop to upload" onFile={take}>
        <CollectionFilter chosen={collection} onChoose={setCollection} count={(one) => one.imageCount} />
        <div className={css.main}>
          <Gallery pieces={pieces} selected={selected} onChoose={onChoose} searched={text !== ''} picking={picking} />
        </div>
      </DropArea>
      {onChooseMany && <PickingFoot picking={several} what="image" onTake={onChooseMany} />}
    </ChooserDialog>
  );
}

interface GalleryProps {
  pieces: Pieces<ImageRow>;
  selected: number | null;
  onChoose: (image: ImageRow) => void;
  searched: boolean;
  picking: Picking<ImageRow> | undefined;
}

/** Pictures in justified rows. Arrow keys move in both directions, Enter chooses. */
function Gallery({ pieces, selected, onChoose, searched, picking }: GalleryProps) {
  if (pieces.loading) return <SkeletonRows rows={4} height="160px" />;
  if (pieces.error && pieces.rows.length === 0)
    return <ProblemNote error={pieces.error} what="The images could not be read." onRetry={pieces.retry} />;
  if (pieces.rows.length === 0)
    return (
      <p className={css.quiet}>
        {searched ? 'No image has these words.' : 'No images here yet. Upload one, or drop it here.'}
      </p>
    );
  return (
    <>
      <GridList
        aria-label="Images"
        layout="grid"
        className={css.gallery}
        {...(picking
          ? {
              selectionMode: 'multiple' as const,
              selectedKeys: picking.keys,
              onSelectionChange: (keys) => picking.pick(keys, pieces.rows),
            }
          : {})}
      >
        {pieces.rows.map((image) => (
          <GridListItem
            key={image.id}
            id={String(image.id)}
            textValue={image.title}
            className={css.picture}
            {...(picking ? {} : { onAction: () => onChoose(image) })}
            data-chosen={image.id === selected || undefined}
            style={{ '--r': shapeOf(image) } as CSSProperties}
          >
            {picking && <PickBox />}
            <span className={css.frame}>
              <img src={image.thumbnailUrl ?? undefined} alt="" loading="lazy" decoding="async" />
              {!image.alt && <span className={css.badge}>Needs alt text</span>}
            </span>
            <span className={`${css.name} cut`}>{image.title}</span>
            <span className={`${css.meta} num`}>
              {image.width} × {image.height}
            </span>
          </GridListItem>
        ))}
      </GridList>
      {pieces.more && (
        <div className={css.more}>
          <Button onClick={pieces.more} loading={pieces.loadingMore}>
            Show more of {pieces.total}
          </Button>
        </div>
      )}
    </>
  );
}

/** The ratio of a picture within what a row can show. */
function shapeOf(image: ImageRow): number {
  const ratio = image.width && image.height ? image.width / image.height : 1.5;
  return Math.min(2.6, Math.max(0.66, Math.round(ratio * 100) / 100));
}
