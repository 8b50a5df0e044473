import { Button } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { IconExternalLink, IconPencil, IconPlus } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api, queryKeys, type PageDetail, type PageRow } from '../../api';
import { day } from '../../parts/dates';
import { StateText } from '../../parts/marks';
import { Empty, ProblemNote, SkeletonRows } from '../../parts/states';
import { useTitle } from '../../parts/title';
import { count, readableAddress } from '../../parts/words';
import { TopBar, type Crumb } from '../../shell/top-bar';
import { NotHere } from '../not-here';
import { useLocales } from '../site-data';
import { BulkBar } from './bulk-bar';
import { ListFilters, ViewTabs } from './list-filters';
import { listQuery, type ListSearch } from './list-search';
import { MoveDialog } from './move-dialog';
import { usePageActions } from './page-actions';
import { PageMenu } from './page-menu';
import { PagesTable } from './pages-table';
import classes from './pages-screen.module.css';

const chunk = 50;

function liveSentence(page: PageDetail): string {
  if (page.live && page.firstPublishedAt) return `${page.state === 'live-changed' ? 'Live with changes, since' : 'Live since'} ${day(page.firstPublishedAt)}`;
  return page.live ? 'Live' : page.state === 'scheduled' ? 'Scheduled' : 'Draft, only you and your team see it';
}

/** The children of one page, or the top of the tree when there is no `pageId`. */
export function PagesScreen({ pageId, search }: { pageId: number | null; search: ListSearch }) {
  const parent = pageId ?? 'root';
  const navigate = useNavigate();
  const scroller = useRef<HTMLDivElement>(null);
  const actions = usePageActions();
  const locales = useLocales();
  const [selected, setSelected] = useState<Set<number>>(new Set());
  const [moving, setMoving] = useState<PageRow[] | null>(null);
  const page = useQuery({ queryKey: queryKeys.page(pageId ?? 0), queryFn: () => api.pages.get(pageId ?? 0), enabled: pageId !== null });
  const query = { ...listQuery(parent, search), limit: chunk };
  const list = useInfiniteQuery({
    queryKey: [...queryKeys.pageList(query), 'infinite'],
    queryFn: ({ pageParam, signal }) => api.pages.list({ ...query, offset: pageParam }, signal),
    initialPageParam: 0,
    getNextPageParam: (last, all) => { const have = all.reduce((sum, part) => sum + part.items.length, 0); return last.items.length > 0 && have < last.total ? have : undefined; },
    placeholderData: keepPreviousData,
  });
  useTitle(page.data?.title ?? 'Pages');
  useEffect(() => setSelected(new Set()), [pageId, search]);

  const { fetchNextPage, hasNextPage, isFetchingNextPage } = list;
  const needMore = useCallback(() => { if (hasNextPage && !isFetchingNextPage) void fetchNextPage(); }, [fetchNextPage, hasNextPage, isFetchingNextPage]);
  const setSearch = (change: Partial<ListSearch>): void => {
    const next = { ...search, ...change };
    void (pageId === null ? navigate({ to: '/pages', search: next, replace: true }) : navigate({ to: '/pages/$pageId', params: { pageId: String(pageId) }, search: next, replace: true }));
  };
  if (page.isError) return <NotHere error={page.error} what="page" />;

  const rows = list.data?.pages.flatMap((part) => part.items) ?? [];
  const total = list.data?.pages[0]?.total ?? 0;
  const chosen = rows.filter((row) => selected.has(row.id));
  const detail = page.data;
  const ancestors = detail?.ancestors ?? [];
  const crumbs: Crumb[] = [
    ...(pageId === null ? [{ label: 'Pages', link: { to: '/pages' as const } }] : []),
    ...ancestors.map((item) => ({ label: item.title, link: { to: '/pages/$pageId' as const, params: { pageId: String(item.id) } } })),
    ...(detail ? [{ label: detail.title, link: { to: '/pages/$pageId' as const, params: { pageId: String(detail.id) } } }] : []),
  ];
  const above = ancestors[ancestors.length - 1];
  const filtered = Boolean(search.q || search.view || search.type?.length);
  const ordered = (search.sort ?? 'tree') === 'tree' && !filtered && pageId !== null;
  const editAction = detail?.can.edit && <Button className="no-phone" component={Link} {...({ to: '/pages/$pageId/edit', params: { pageId: String(detail.id) } } as object)} leftSection={<IconPencil size={18} stroke={1.75} />}>Edit this page</Button>;
  const addAction = detail?.can.addChild && <Button variant="filled" component={Link} {...({ to: '/pages/$pageId/add', params: { pageId: String(detail.id) } } as object)} leftSection={<IconPlus size={18} stroke={1.75} />}>Add page<span className="no-phone">&nbsp;here</span></Button>;

  const afterRemoval = (removed: { id: number }[]): void => {
    setSelected(new Set());
    if (removed.some((item) => item.id === pageId)) void (above ? navigate({ to: '/pages/$pageId', params: { pageId: String(above.id) } }) : navigate({ to: '/pages' }));
  };
  return (
    <>
      <TopBar crumbs={crumbs} sideButton="Show the page tree" back={pageId === null ? { label: 'Home', link: { to: '/' } } : above ? { label: above.title, link: { to: '/pages/$pageId', params: { pageId: String(above.id) } } } : { label: 'Pages', link: { to: '/pages' } }}>
        {detail && <PageMenu page={detail} short onTakeOffline={() => void actions.takeOffline(detail)} onMove={() => setMoving([detail])} onRemove={() => void actions.remove([detail]).then(afterRemoval)} onPublish={() => void actions.publish([detail])} />}
      </TopBar>
      <div className={classes.scroller} ref={scroller}>
        <div className={classes.head}>
          <div className={classes.headText}>
            <h1 className={pageId === null ? undefined : classes.content}>{pageId === null ? 'Pages' : (detail?.title ?? '\u00a0')}</h1>
            {detail && (
              <p className={classes.facts}>
                <StateText row={detail} words={liveSentence(detail)} />
                {detail.url && (detail.live ? <a href={detail.url} target="_blank" rel="noreferrer">{readableAddress(detail.url)}<IconExternalLink size={15} stroke={1.75} aria-label="opens in a new tab" /></a> : <span>{readableAddress(detail.url)}</span>)}
                <span className="no-phone">{count(detail.childCount, 'page')} here</span>
              </p>
            )}
          </div>
          {editAction}{addAction}
        </div>
        {detail?.can.edit && <p className={`only-phone ${classes.phoneEdit}`}><Link className="link" to="/pages/$pageId/edit" params={{ pageId: String(detail.id) }}>Edit this page</Link></p>}
        <ViewTabs parent={parent} search={search} onChange={(view) => setSearch({ view: view === 'all' ? undefined : view })} />
        <ListFilters search={search} place={detail?.title ?? 'all pages'} onChange={setSearch} />
        {list.isError ? <ProblemNote error={list.error} what="The list could not be loaded." onRetry={() => void list.refetch()} />
          : list.isPending ? <SkeletonRows />
          : total === 0 && filtered ? <Empty action={<Button onClick={() => setSearch({ q: undefined, view: undefined, type: undefined })}>Show all pages</Button>}>No page here fits these filters.</Empty>
          : total === 0 ? <Empty action={addAction || undefined}>{pageId === null ? 'No pages yet. Load content or make the first page by command line.' : 'No pages below this one yet.'}</Empty>
          : <PagesTable pages={rows} total={total} selected={selected} onSelect={setSelected} scroller={scroller} onNeedMore={needMore} label={`Pages in ${detail?.title ?? 'the site'}`} showLocale={pageId === null && locales.length > 1}
              menu={(row, index) => {
                const previous = rows[index - 1];
                return <PageMenu page={row} onPublish={() => void actions.publish([row])} onTakeOffline={() => void actions.takeOffline(row)} onMove={() => setMoving([row])} onRemove={() => void actions.remove([row]).then(afterRemoval)}
                  onUp={ordered && row.can.move && previous ? () => void actions.reorder(row, previous.id) : undefined}
                  onDown={ordered && row.can.move && index < rows.length - 1 ? () => void actions.reorder(row, rows[index + 2]?.id ?? null) : undefined} />;
              }} />}
        {isFetchingNextPage && <SkeletonRows rows={2} />}
      </div>
      {chosen.length > 0 && (
        <BulkBar pages={chosen} onClear={() => setSelected(new Set())} onPublish={() => void actions.publish(chosen.filter((row) => row.hasUnpublishedChanges)).then(() => setSelected(new Set()))}
          onMove={() => setMoving(chosen)} onRemove={() => void actions.remove(chosen).then(afterRemoval)} />
      )}
      {moving && <MoveDialog pages={moving} onClose={() => setMoving(null)} onMove={(to, place) => actions.move(moving, to, place).then(() => setSelected(new Set()))} />}
    </>
  );
}
