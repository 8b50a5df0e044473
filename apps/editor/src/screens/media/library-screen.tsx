import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useLocalStorage } from '@mantine/hooks';
import { useRef, useState, type ComponentType } from 'react';
import { useCollections } from '../../library/collection-data';
import { DropZone } from '../../library/drop-zone';
import { Gallery, type GalleryShape } from '../../library/gallery';
import { everything, nothing, sizeOf, type Selection } from '../../library/selection';
import { useParts } from '../../library/use-parts';
import { Empty, ProblemNote, SkeletonRows } from '../../parts/states';
import { useTitle } from '../../parts/title';
import { TopBar } from '../../shell/top-bar';
import { AddressDialog } from '../../uploads/address-dialog';
import { UploadButton } from '../../uploads/upload-button';
import { usePaste } from '../../uploads/use-paste';
import { useUploadQueue } from '../../uploads/uploads';
import type { Area } from './areas';
import { MediaBulkBar, type MediaBulkVerb } from './bulk/media-bulk-bar';
import { MediaBulkDialog } from './bulk/media-bulk-dialog';
import { LibraryBar } from './library-bar';
import { LibraryHead } from './library-head';
import { isNarrowed, queryOf, searchOf, widest, type MediaChange, type MediaSearch } from './media-search';
import classes from './media.module.css';

interface LibraryScreenProps<Row> {
  area: Area<Row>;
  search: MediaSearch;
  Detail: ComponentType<{ id: number; onClose: () => void }>;
}

/** One half of the library: find, choose, upload, and what is open beside it. */
export function LibraryScreen<Row extends { id: number }>({ area, search, Detail }: LibraryScreenProps<Row>) {
  const navigate = useNavigate();
  const queue = useUploadQueue();
  const collection = useCollections().data?.items.find((item) => item.id === search.collection);
  const [shape, setShape] = useLocalStorage<GalleryShape>({
    key: `pipit-library-shape-${area.kind}`,
    defaultValue: area.kind === 'image' ? 'grid' : 'list',
    getInitialValueInEffect: false,
  });
  const query = queryOf(search);
  const [chosen, setChosen] = useState<{ of: string; selection: Selection }>({ of: '', selection: nothing });
  const [verb, setVerb] = useState<MediaBulkVerb | null>(null);
  const question = JSON.stringify(query);
  // What was chosen in another list is not chosen in this one.
  const selection = chosen.of === question ? chosen.selection : nothing;
  const choose = (next: Selection): void => setChosen({ of: question, selection: next });
  const parts = useParts<Row>(area.key(query), (offset, limit, signal) =>
    area.list({ ...query, offset, limit }, signal),
  );
  const scroller = useRef<HTMLDivElement>(null);
  const place = search.trash ? 'Trash' : (collection?.name ?? area.all);
  useTitle(place);

  const go = (change: MediaChange): void => {
    const next = Object.fromEntries(
      Object.entries({ ...search, ...change }).filter(([, value]) => value !== undefined),
    );
    void navigate({ to: area.path, search: next, replace: 'q' in change });
  };
  const upload = (files: File[]): void =>
    void queue.add(files.map((file) => ({ kind: area.kind, source: { file }, collectionId: search.collection })));
  const fetchFrom = (url: string): void =>
    void queue.add([{ kind: area.kind, source: { url }, collectionId: search.collection }]);
  const [pasted, setPasted] = useState<string | null>(null);
  usePaste(upload, setPasted);
  const uploadButton = <UploadButton accept={area.accept} onFiles={upload} onAddress={fetchFrom} />;
  const total = parts.total ?? 0;
  return (
    <>
      <TopBar
        sideButton="Show the collections"
        phoneTitle={place}
        crumbs={[
          { label: area.all, link: { to: area.path, search: {} } },
          ...(search.trash ? [{ label: 'Trash', link: { to: area.path, search: { trash: true as const } } }] : []),
          ...(collection
            ? [{ label: collection.name, link: { to: area.path, search: { collection: collection.id } } }]
            : []),
        ]}
      />
      <DropZone hint={`Drop to add to ${collection?.name ?? 'the library'}`} onFiles={upload}>
        <div className={classes.body} data-detail={search.item || undefined}>
          <div className={classes.scroller} ref={scroller}>
            <LibraryHead
              place={place}
              sort={search.sort}
              shape={shape}
              onSort={(sort) => go({ sort })}
              onShape={setShape}
            >
              {!search.trash && uploadButton}
            </LibraryHead>
            <LibraryBar area={area} search={search} total={parts.stale ? null : parts.total} onChange={go} />
            {area.Facets && !search.trash && <area.Facets query={query} onChange={(change) => go(searchOf(change))} />}
            {parts.error !== null && (
              <ProblemNote error={parts.error} what="Some of the library could not be loaded." onRetry={parts.retry} />
            )}
            {parts.total === null ? (
              parts.error === null && (
                <SkeletonRows rows={shape === 'grid' ? 4 : 10} height={shape === 'grid' ? '170px' : '56px'} />
              )
            ) : total === 0 ? (
              <Empty
                action={
                  isNarrowed(search) ? (
                    <Button onClick={() => go(widest)}>Show all of them</Button>
                  ) : search.trash ? undefined : (
                    uploadButton
                  )
                }
              >
                {isNarrowed(search)
                  ? 'Nothing here fits.'
                  : search.trash
                    ? 'The trash is empty. What is deleted stays here for a while.'
                    : 'Nothing here yet. Drop files anywhere on this sheet.'}
              </Empty>
            ) : (
              <Gallery
                key={area.path}
                label={place}
                parts={parts}
                shape={shape}
                draw={area.draw}
                scroller={scroller}
                current={search.item}
                selection={selection}
                onSelect={choose}
                onOpen={(row) => go({ item: row.id === search.item ? undefined : row.id })}
              />
            )}
          </div>
          {search.item !== undefined && (
            <Detail key={search.item} id={search.item} onClose={() => go({ item: undefined })} />
          )}
        </div>
        {sizeOf(selection, total) > 0 && (
          <MediaBulkBar
            noun={area.kind}
            selection={selection}
            total={total}
            inTrash={search.trash === true}
            onAll={() => choose(everything)}
            onVerb={setVerb}
            onClear={() => choose(nothing)}
          />
        )}
      </DropZone>
      {verb && (
        <MediaBulkDialog
          noun={area.kind}
          verb={verb}
          selection={selection}
          total={total}
          query={query}
          onClose={() => setVerb(null)}
          onDone={() => {
            if (verb !== 'edit') choose(nothing);
          }}
        />
      )}
      {pasted !== null && <AddressDialog start={pasted} onAddress={fetchFrom} onClose={() => setPasted(null)} />}
    </>
  );
}
