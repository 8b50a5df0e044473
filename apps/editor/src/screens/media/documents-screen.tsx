import { Button, FileButton } from '@mantine/core';
import { useIntersection } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { IconFile, IconUpload } from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { api, queryKeys } from '../../api';
import { nextOffset } from '../../parts/next-offset';
import { when } from '../../parts/dates';
import { Empty, ProblemNote, SkeletonRows } from '../../parts/states';
import { useTitle } from '../../parts/title';
import { fileSize } from '../../parts/words';
import type { MediaSearch } from '../../router';
import { TopBar } from '../../shell/top-bar';
import { useCollections } from './collection-data';
import { DocumentDetail } from './document-detail';
import { DropZone } from './drop-zone';
import { LibraryBar } from './library-bar';
import classes from './media.module.css';
import { useUploads } from './uploads';

const route = getRouteApi('/documents');
const chunk = 60;

/** The document library. */
export function DocumentsRoute() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const { add } = useUploads();
  const collection = useCollections().data?.items.find((item) => item.id === search.collection);
  const place = collection?.name ?? 'All documents';
  useTitle(place);
  const query = {
    limit: chunk,
    order: search.sort ?? ('-created' as const),
    ...(search.q ? { q: search.q } : {}),
    ...(search.collection ? { collection: search.collection } : {}),
  };
  const list = useInfiniteQuery({
    queryKey: [...queryKeys.documentList(query), 'infinite'],
    queryFn: ({ pageParam, signal }) => api.documents.list({ ...query, offset: pageParam }, signal),
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
    void navigate({ to: '/documents', search: { ...search, ...change }, replace: 'q' in change });
  const documents = list.data?.pages.flatMap((part) => part.items) ?? [];
  const total = list.data?.pages[0]?.total ?? 0;
  const upload = (files: File[]): void => add('document', files, search.collection);
  const uploadButton = (
    <FileButton onChange={upload} multiple>
      {(props) => (
        <Button {...props} variant="filled" leftSection={<IconUpload size={18} stroke={1.75} />}>
          Upload
        </Button>
      )}
    </FileButton>
  );
  return (
    <>
      <TopBar
        sideButton="Show the collections"
        phoneTitle={place}
        crumbs={[
          { label: 'All documents', link: { to: '/documents', search: {} } },
          ...(collection
            ? [{ label: collection.name, link: { to: '/documents' as const, search: { collection: collection.id } } }]
            : []),
        ]}
      />
      <DropZone place={collection?.name ?? 'the documents'} onFiles={upload}>
        <div className={classes.body} data-detail={search.item || undefined}>
          <div className={classes.scroller} ref={scroller}>
            <div className={classes.head}>
              <h1>{place}</h1>
              {uploadButton}
            </div>
            <LibraryBar area="documents" search={search} total={list.data ? total : null} onChange={go} />
            {list.isError ? (
              <ProblemNote
                error={list.error}
                what="The documents could not be loaded."
                onRetry={() => void list.refetch()}
              />
            ) : list.isPending ? (
              <SkeletonRows />
            ) : total === 0 ? (
              <Empty
                action={
                  search.q ? <Button onClick={() => go({ q: undefined })}>Show all documents</Button> : uploadButton
                }
              >
                {search.q
                  ? `No document fits “${search.q}”.`
                  : 'No documents here yet. Drop files anywhere on this sheet.'}
              </Empty>
            ) : (
              <ul aria-label={place}>
                {documents.map((item) => (
                  <li key={item.id} className={classes.listRow} data-on={item.id === search.item || undefined}>
                    <button
                      type="button"
                      aria-current={item.id === search.item || undefined}
                      onClick={() => go({ item: item.id === search.item ? undefined : item.id })}
                    >
                      <span className={classes.listIcon}>
                        <IconFile size={18} stroke={1.75} aria-hidden />
                      </span>
                      <span className={classes.listWords}>
                        <b className="cut">{item.title || item.fileName}</b>
                        <small className="cut">{item.fileName}</small>
                      </span>
                      <span className={`num ${classes.listMeta}`}>{fileSize(item.fileSize)}</span>
                      <span className={classes.listMeta}>{when(item.createdAt)}</span>
                    </button>
                  </li>
                ))}
              </ul>
            )}
            <div ref={end} />
          </div>
          {search.item !== undefined && (
            <DocumentDetail key={search.item} id={search.item} onClose={() => go({ item: undefined })} />
          )}
        </div>
      </DropZone>
    </>
  );
}
