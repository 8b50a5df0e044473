import { Button, FileButton, SegmentedControl } from '@mantine/core';
import { useIntersection, useLocalStorage } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { IconLayoutGrid, IconLayoutList, IconUpload } from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { api, queryKeys, type ImageRow } from '../../api';
import type { MediaSearch } from '../../router';
import { nextOffset } from '../../parts/next-offset';
import { when } from '../../parts/dates';
import { Empty, ProblemNote, SkeletonRows } from '../../parts/states';
import { useTitle } from '../../parts/title';
import { fileSize } from '../../parts/words';
import { TopBar } from '../../shell/top-bar';
import { useCollections } from './collection-data';
import { DropZone } from './drop-zone';
import { ImageDetail } from './image-detail';
import { LibraryBar } from './library-bar';
import classes from './media.module.css';
import { useUploads } from './uploads';

const route = getRouteApi('/media');
const chunk = 60;
const pictureTypes = 'image/*,.heic';

function Picture({ image, current, onOpen }: { image: ImageRow; current: boolean; onOpen: () => void }) {
  const ratio = image.width && image.height ? Math.min(3, Math.max(0.5, image.width / image.height)) : 1;
  return (
    <li className={classes.item} style={{ '--ratio': ratio } as React.CSSProperties} data-on={current || undefined}>
      <button type="button" onClick={onOpen} aria-current={current || undefined}>
        <span className={classes.picture}>
          <img src={image.thumbnailUrl ?? undefined} alt={image.alt} loading="lazy" decoding="async" />
          {!image.alt && <span className={classes.badge}>Needs alt text</span>}
        </span>
        <span className={`cut ${classes.name}`}>{image.title || image.fileName}</span>
        <span className={`num ${classes.meta}`}>
          {image.width} × {image.height}
        </span>
      </button>
    </li>
  );
}

function PictureRow({ image, current, onOpen }: { image: ImageRow; current: boolean; onOpen: () => void }) {
  return (
    <li className={classes.listRow} data-on={current || undefined}>
      <button type="button" onClick={onOpen} aria-current={current || undefined}>
        <img src={image.thumbnailUrl ?? undefined} alt="" loading="lazy" decoding="async" />
        <span className={classes.listWords}>
          <b className="cut">{image.title || image.fileName}</b>
          <small className="cut">{image.alt || 'Needs alt text'}</small>
        </span>
        <span className={`num ${classes.listMeta}`}>
          {image.width} × {image.height}
        </span>
        <span className={`num ${classes.listMeta}`}>{fileSize(image.fileSize)}</span>
        <span className={classes.listMeta}>{when(image.createdAt)}</span>
      </button>
    </li>
  );
}

/** The picture library: grid or list, search, upload, details. */
export function MediaRoute() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const { add } = useUploads();
  const collections = useCollections();
  const [shape, setShape] = useLocalStorage<'grid' | 'list'>({
    key: 'pipit-media-shape',
    defaultValue: 'grid',
    getInitialValueInEffect: false,
  });
  const collection = collections.data?.items.find((item) => item.id === search.collection);
  const place = collection?.name ?? 'All images';
  useTitle(place);
  const query = {
    limit: chunk,
    order: search.sort ?? ('-created' as const),
    ...(search.q ? { q: search.q } : {}),
    ...(search.collection ? { collection: search.collection } : {}),
  };
  const list = useInfiniteQuery({
    queryKey: [...queryKeys.imageList(query), 'infinite'],
    queryFn: ({ pageParam, signal }) => api.images.list({ ...query, offset: pageParam }, signal),
    initialPageParam: 0,
    getNextPageParam: nextOffset,
    placeholderData: keepPreviousData,
  });
  const scroller = useRef<HTMLDivElement>(null);
  const { ref: end, entry } = useIntersection({ root: scroller.current, rootMargin: '600px' });
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  useEffect(() => {
    if (entry?.isIntersecting && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [entry, hasNextPage, isFetchingNextPage, fetchNextPage]);

  const go = (change: Partial<MediaSearch>): void =>
    void navigate({ to: '/media', search: { ...search, ...change }, replace: 'q' in change });
  const images = list.data?.pages.flatMap((part) => part.items) ?? [];
  const total = list.data?.pages[0]?.total ?? 0;
  const upload = (files: File[]): void => add('image', files, search.collection);
  const uploadButton = (
    <FileButton onChange={upload} accept={pictureTypes} multiple>
      {(props) => (
        <Button {...props} variant="filled" leftSection={<IconUpload size={18} stroke={1.75} />}>
          Upload
        </Button>
      )}
    </FileButton>
  );
  const row = (image: ImageRow) => {
    const props = {
      image,
      current: search.item === image.id,
      onOpen: () => go({ item: search.item === image.id ? undefined : image.id }),
    };
    return shape === 'grid' ? <Picture key={image.id} {...props} /> : <PictureRow key={image.id} {...props} />;
  };
  return (
    <>
      <TopBar
        sideButton="Show the collections"
        phoneTitle={place}
        crumbs={[
          { label: 'All images', link: { to: '/media', search: {} } },
          ...(collection
            ? [{ label: collection.name, link: { to: '/media' as const, search: { collection: collection.id } } }]
            : []),
        ]}
      />
      <DropZone place={collection?.name ?? 'the library'} onFiles={upload}>
        <div className={classes.body} data-detail={search.item || undefined}>
          <div className={classes.scroller} ref={scroller}>
            <div className={classes.head}>
              <h1>{place}</h1>
              <SegmentedControl
                className="no-phone"
                aria-label="Layout"
                value={shape}
                onChange={(value) => setShape(value as 'grid' | 'list')}
                data={[
                  {
                    value: 'grid',
                    label: <IconLayoutGrid size={16} stroke={1.75} aria-label="Grid" style={{ display: 'block' }} />,
                  },
                  {
                    value: 'list',
                    label: <IconLayoutList size={16} stroke={1.75} aria-label="List" style={{ display: 'block' }} />,
                  },
                ]}
              />
              {uploadButton}
            </div>
            <LibraryBar area="media" search={search} total={list.data ? total : null} onChange={go} />
            {list.isError ? (
              <ProblemNote
                error={list.error}
                what="The pictures could not be loaded."
                onRetry={() => void list.refetch()}
              />
            ) : list.isPending ? (
              <SkeletonRows rows={4} height="170px" />
            ) : total === 0 ? (
              <Empty
                action={search.q ? <Button onClick={() => go({ q: undefined })}>Show all images</Button> : uploadButton}
              >
                {search.q ? `No image fits “${search.q}”.` : 'No images here yet. Drop files anywhere on this sheet.'}
              </Empty>
            ) : (
              <ul className={shape === 'grid' ? classes.gallery : classes.listing} aria-label={place}>
                {images.map(row)}
              </ul>
            )}
            <div ref={end} />
            {isFetchingNextPage && <SkeletonRows rows={1} height="170px" />}
          </div>
          {search.item !== undefined && (
            <ImageDetail key={search.item} id={search.item} onClose={() => go({ item: undefined })} />
          )}
        </div>
      </DropZone>
    </>
  );
}
