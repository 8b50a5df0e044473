import { Button, Menu, TextInput } from '@mantine/core';
import { useDebouncedValue, useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { IconCheck, IconChevronDown, IconFilter, IconWorld } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { api, queryKeys } from '../api';
import { ProblemNote, SkeletonRows } from '../parts/states';
import { useLocales, useSites } from '../screens/site-data';
import { mayOpen } from '../parts/may-open';
import { FilteredPages } from './filtered-pages';
import { useOpenPages } from './open-pages';
import { PageTree } from './page-tree';
import classes from './page-tree-side.module.css';
import { useTree } from './tree-data';
import { useTreeMoves } from './use-tree-moves';

/** Height of a tree row in px, as the tokens set it for density and touch. */
export function useRowHeight(): number {
  const touch = useMediaQuery('(max-width: 640px), (pointer: coarse)', false, { getInitialValueInEffect: false });
  return touch ? 44 : document.documentElement.dataset.density === 'compact' ? 28 : 32;
}

/** The side column of the pages: site, language, filter, tree. */
export function PageTreeSide({ onGo }: { onGo: () => void }) {
  const params = useParams({ strict: false }) as { pageId?: string };
  const current = params.pageId ? Number(params.pageId) : null;
  const navigate = useNavigate();
  const [open, setOpen, addOpen] = useOpenPages();
  const sites = useSites();
  const locales = useLocales();
  const [locale, setLocale] = useState<string | null>(null);
  const [text, setText] = useState('');
  const [wanted] = useDebouncedValue(text.trim(), 180);
  const filter = useRef<HTMLInputElement>(null);
  const tree = useTree(open, locale);
  const rowHeight = useRowHeight();

  const page = useQuery({
    queryKey: queryKeys.page(current ?? 0),
    queryFn: () => api.pages.get(current ?? 0),
    enabled: current !== null,
  });
  useEffect(() => {
    if (page.data)
      addOpen([
        ...page.data.ancestors.map((ancestor) => ancestor.id),
        ...(page.data.childCount > 0 ? [page.data.id] : []),
      ]);
  }, [page.data, addOpen]);
  const topIds = tree.nodes.flatMap((node) => (node.kind === 'page' ? [node.page.id] : [])).join();
  useEffect(() => {
    // On the first visit the first page is open, so that there is something to see.
    const ids = topIds ? topIds.split(',').map(Number) : [];
    if (ids[0] !== undefined && localStorage.getItem('pipit-open-pages') === null) addOpen([ids[0]]);
  }, [topIds, addOpen]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const target = event.target as HTMLElement | null;
      if (
        event.key !== '/' ||
        event.ctrlKey ||
        event.metaKey ||
        target?.closest('input,textarea,[contenteditable=true],select')
      )
        return;
      event.preventDefault();
      filter.current?.focus();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);

  const go = (id: number): void => {
    onGo();
    const leaf = tree.find(id);
    const editing = leaf !== undefined && leaf.childCount === 0 && mayOpen(leaf);
    void navigate({ to: editing ? '/pages/$pageId/edit' : '/pages/$pageId', params: { pageId: String(id) } });
  };
  const step = useTreeMoves(tree.find, (id) => addOpen([id]));
  const site = sites.find((item) => item.isDefault) ?? sites[0];
  const shownLocale = locales.find((item) => item.code === locale);
  return (
    <>
      <div className={classes.head}>
        <b className="cut">{site?.name || site?.hostname || 'Pages'}</b>
        {locales.length > 1 && (
          <Menu>
            <Menu.Target>
              <Button
                variant="subtle"
                size="xs"
                px={6}
                leftSection={<IconWorld size={15} stroke={1.75} />}
                rightSection={<IconChevronDown size={13} stroke={1.75} />}
              >
                {shownLocale?.name ?? 'All'}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {[{ code: null, name: 'All languages' }, ...locales].map((item) => (
                <Menu.Item
                  key={item.code ?? 'all'}
                  onClick={() => setLocale(item.code)}
                  rightSection={locale === item.code ? <IconCheck size={15} /> : undefined}
                >
                  {item.name}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      <TextInput
        ref={filter}
        classNames={{ wrapper: classes.filter! }}
        aria-label="Filter pages"
        placeholder="Filter pages"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        data-ghost
        onKeyDown={(event) => {
          if (event.key === 'Escape' && text) {
            setText('');
            event.stopPropagation();
          }
        }}
        leftSection={<IconFilter size={15} stroke={1.75} />}
        rightSection={text ? undefined : <kbd className="no-phone">/</kbd>}
      />
      {wanted ? (
        <FilteredPages text={wanted} locale={locale} current={current} onGo={go} />
      ) : tree.failed && tree.nodes.length === 1 ? (
        <ProblemNote error={tree.error} what="The page tree could not be loaded." onRetry={() => void tree.retry()} />
      ) : tree.waiting && tree.nodes.length <= 1 ? (
        <SkeletonRows rows={9} height="var(--trow)" />
      ) : (
        <PageTree
          label="Pages"
          nodes={tree.nodes}
          open={open}
          onOpenChange={setOpen}
          current={current}
          onGo={go}
          onMore={tree.showMore}
          onRetry={() => void tree.retry()}
          rowHeight={rowHeight}
          onStep={step}
        />
      )}
    </>
  );
}
