import { Button } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api, queryKeys, type PageRow } from '../../api';
import { nextOffset } from '../../parts/next-offset';
import { Empty, ProblemNote, SkeletonRows } from '../../parts/states';
import { useTitle } from '../../parts/title';
import { TopBar } from '../../shell/top-bar';
import { NotHere } from '../not-here';
import { TranslateDialog } from '../translations/translate-dialog';
import { useLocales } from '../site-data';
import { PageBulkBar } from './bulk-bar';
import { AT_ONCE, BulkWishDialog, sizeOf, type PagesMeant, type PagesWish } from './bulk-wishes';
import { ListFilters, ViewTabs } from './list-filters';
import { listQuery, type ListSearch } from './list-search';
import { useCopying } from './copying/use-copying';
import { MoveDialog } from './move-dialog';
import { useOrdering } from './ordering/use-ordering';
import { usePageActions } from './page-actions';
import { PageMenu } from './page-menu';
import { AddPageButton, PageHeading } from './page-heading';
import { PagesTable } from './pages-table';
import classes from '../../parts/list-screen.module.css';
import { wayTo } from './way-to';

const chunk = 50;

/** The children of one page, or the top of the tree when there is no `pageId`. */
export function PagesScreen({ pageId, search }: { pageId: number | null; search: ListSearch }) {
  const parent = pageId ?? 'root';
  const navigate = useNavigate();
  const scroller = useRef<HTMLDivElement>(null);
  const actions = usePageActions();
  const ordering = useOrdering();
  const copying = useCopying();
  const locales = useLocales();
  const [selected, setSelected] = useState<Set<number>>(new Set());
  const [moving, setMoving] = useState<{ pages: PageRow[]; inBackground?: PagesMeant | undefined } | null>(null);
  const [translating, setTranslating] = useState<PageRow | null>(null);
  const translate = (row: PageRow) => (locales.length > 1 ? () => setTranslating(row) : undefined);
  const [all, setAll] = useState(false);
  const [wish, setWish] = useState<PagesWish | null>(null);
  const page = useQuery({
    queryKey: queryKeys.page(pageId ?? 0),
    queryFn: () => api.pages.get(pageId ?? 0),
    enabled: pageId !== null,
  });
  const query = { ...listQuery(parent, search), limit: chunk };
  const list = useInfiniteQuery({
    queryKey: [...queryKeys.pageList(query), 'infinite'],
    queryFn: ({ pageParam, signal }) => api.pages.list({ ...query, offset: pageParam }, signal),
    initialPageParam: 0,
    getNextPageParam: nextOffset,
    placeholderData: keepPreviousData,
  });
  useTitle(page.data?.title ?? 'Pages');
  const clear = useCallback(() => {
    setSelected(new Set());
    setAll(false);
  }, []);
  useEffect(clear, [clear, pageId, search]);

  const { fetchNextPage, hasNextPage, isFetchingNextPage } = list;
  const needMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [fetchNextPage, hasNextPage, isFetchingNextPage]);
  const setSearch = (change: Partial<ListSearch>): void => {
    const next = { ...search, ...change };
    void (pageId === null
      ? navigate({ to: '/pages', search: next, replace: true })
      : navigate({ to: '/pages/$pageId', params: { pageId: String(pageId) }, search: next, replace: true }));
  };
  if (page.isError) return <NotHere error={page.error} what="page" />;

  const rows = list.data?.pages.flatMap((part) => part.items) ?? [];
  const total = list.data?.pages[0]?.total ?? 0;
  const chosen = rows.filter((row) => selected.has(row.id));
  const detail = page.data;
  const ancestors = detail?.ancestors ?? [];
  const above = ancestors[ancestors.length - 1];
  const crumbs = wayTo(pageId, detail);
  const filtered = Boolean(search.q || search.view || search.type?.length);
  const order = list.data?.pages[0]?.order ?? 'tree';
  const ordered = order === 'tree' && !filtered && pageId !== null && detail?.can.reorder === true;
  /** Puts the row `from` in front of the row `to`; behind the last one when there is none. */
  const rearrange = (from: number, to: number): void => {
    const row = rows[from];
    if (row && pageId !== null) void ordering.place(row, pageId, rows[to]?.id ?? null, rows[from + 1]?.id ?? null);
  };
  const addAction = detail?.can.addChild && <AddPageButton pageId={detail.id} />;

  const { order: _, ...matching } = listQuery(parent, search);
  const many = all || chosen.length > AT_ONCE;
  const meant: PagesMeant = all ? { query: matching, total } : { ids: chosen.map(({ id }) => id) };

  const afterRemoval = (removed: { id: number }[]): void => {
    setSelected(new Set());
    if (removed.some((item) => item.id === pageId))
      void (above
        ? navigate({ to: '/pages/$pageId', params: { pageId: String(above.id) } })
        : navigate({ to: '/pages' }));
  };
  return (
    <>
      <TopBar
        crumbs={crumbs}
        sideButton="Show the page tree"
        back={
          pageId === null
            ? { label: 'Home', link: { to: '/' } }
            : above
              ? { label: above.title, link: { to: '/pages/$pageId', params: { pageId: String(above.id) } } }
              : { label: 'Pages', link: { to: '/pages' } }
        }
      >
        {detail && (
          <PageMenu
            page={detail}
            short
            onTakeOffline={() => void actions.takeOffline(detail)}
            onMove={() => setMoving({ pages: [detail] })}
            onCopy={() => copying.copy(detail)}
            onTranslate={translate(detail)}
            onRemove={() => void actions.remove([detail]).then(afterRemoval)}
            onPublish={() => void actions.publish([detail])}
            onBelow={(verb) => setWish({ verb, below: detail })}
          />
        )}
      </TopBar>
      <div className={classes.scroller} ref={scroller}>
        <PageHeading page={pageId === null ? null : (detail ?? 'loading')} />
        <ViewTabs
          parent={parent}
          search={search}
          onChange={(view) => setSearch({ view: view === 'all' ? undefined : view })}
        />
        <ListFilters
          search={search}
          order={order}
          place={detail?.title ?? 'all pages'}
          onChange={setSearch}
          onKeep={
            detail?.can.reorder && !filtered && order !== 'tree' && total > 1
              ? () => void ordering.keep(detail, order).then(() => setSearch({ sort: 'tree' }))
              : undefined
          }
        />
        {list.isError ? (
          <ProblemNote error={list.error} what="The list could not be loaded." onRetry={() => void list.refetch()} />
        ) : list.isPending ? (
          <SkeletonRows />
        ) : total === 0 && filtered ? (
          <Empty
            action={
              <Button onClick={() => setSearch({ q: undefined, view: undefined, type: undefined })}>
                Show all pages
              </Button>
            }
          >
            No page here fits these filters.
          </Empty>
        ) : total === 0 ? (
          <Empty action={addAction || undefined}>
            {pageId === null
              ? 'No pages yet. Load content or make the first page by command line.'
              : 'No pages below this one yet.'}
          </Empty>
        ) : (
          <PagesTable
            pages={rows}
            total={total}
            selected={selected}
            onSelect={(next) => {
              setSelected(next);
              setAll(false);
            }}
            scroller={scroller}
            onNeedMore={needMore}
            label={`Pages in ${detail?.title ?? 'the site'}`}
            showLocale={pageId === null && locales.length > 1}
            onRearrange={ordered ? rearrange : undefined}
            menu={(row, index) => {
              return (
                <PageMenu
                  page={row}
                  onPublish={() => void actions.publish([row])}
                  onBelow={(verb) => setWish({ verb, below: row })}
                  onTakeOffline={() => void actions.takeOffline(row)}
                  onMove={() => setMoving({ pages: [row] })}
                  onCopy={() => copying.copy(row)}
                  onTranslate={translate(row)}
                  onRemove={() => void actions.remove([row]).then(afterRemoval)}
                  onUp={ordered && index > 0 ? () => rearrange(index, index - 1) : undefined}
                  onDown={ordered && index < rows.length - 1 ? () => rearrange(index, index + 2) : undefined}
                />
              );
            }}
          />
        )}
        {isFetchingNextPage && <SkeletonRows rows={2} />}
      </div>
      {chosen.length > 0 && (
        <PageBulkBar
          pages={chosen}
          total={total}
          all={all}
          onAll={() => setAll(true)}
          onClear={clear}
          onPublish={() =>
            many
              ? setWish({ verb: 'publish', pages: meant })
              : void actions.publish(chosen.filter((row) => row.hasUnpublishedChanges)).then(clear)
          }
          onTakeOffline={() => setWish({ verb: 'unpublish', pages: meant })}
          onMove={() => setMoving({ pages: chosen, inBackground: many ? meant : undefined })}
          onRemove={() =>
            many ? setWish({ verb: 'delete', pages: meant }) : void actions.remove(chosen).then(afterRemoval)
          }
        />
      )}
      {copying.dialog}
      {translating && <TranslateDialog page={translating} onClose={() => setTranslating(null)} />}
      {wish && <BulkWishDialog wish={wish} onClose={() => setWish(null)} onDone={clear} />}
      {moving && (
        <MoveDialog
          pages={moving.pages}
          number={moving.inBackground && sizeOf(moving.inBackground)}
          onClose={() => setMoving(null)}
          onMove={async (to, place) => {
            const { pages, inBackground } = moving;
            if (!inBackground) return actions.move(pages, to, place).then(clear);
            setWish({ verb: 'move', pages: inBackground, parentId: to, place });
          }}
        />
      )}
    </>
  );
}
