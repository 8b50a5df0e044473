import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { api, queryKeys, type ListOf, type PageQuery, type PageRow } from '../api';

export const treeChunk = 50;

/** A row of the tree: a page, a row that loads more of its siblings, or a row standing for a level on its way. */
export type TreeNode =
  | { kind: 'page'; id: string; page: PageRow; children: TreeNode[] }
  | { kind: 'more'; id: string; parent: Level; rest: number }
  | { kind: 'loading'; id: string }
  | { kind: 'problem'; id: string; parent: Level };
/** The children of one page, or the top of the tree. */
export type Level = number | 'root';

const queryOf = (parent: Level, offset: number): PageQuery => ({ parent, limit: treeChunk, offset });

/** The visible part of the page tree: one request for each open level and chunk of it. */
export function useTree(open: ReadonlySet<number>, locale: string | null) {
  const [chunks, setChunks] = useState<Record<string, number>>({});
  const queries = useQueryClient();
  const wanted = useMemo(() => {
    const levels: Level[] = ['root', ...open];
    return levels.flatMap((parent) =>
      Array.from({ length: chunks[String(parent)] ?? 1 }, (_, index) => ({ parent, offset: index * treeChunk })),
    );
  }, [open, chunks]);

  const answers = useQueries({
    queries: wanted.map(({ parent, offset }) => ({
      queryKey: queryKeys.pageList(queryOf(parent, offset)),
      queryFn: ({ signal }: { signal: AbortSignal }) => api.pages.list(queryOf(parent, offset), signal),
      staleTime: 30_000,
    })),
  });

  const levels = new Map<Level, { pages: PageRow[]; total: number; waiting: boolean; failed: boolean }>();
  wanted.forEach(({ parent }, index) => {
    const answer = answers[index];
    const level = levels.get(parent) ?? { pages: [], total: 0, waiting: false, failed: false };
    const data = answer?.data as ListOf<PageRow> | undefined;
    if (data) {
      level.pages = [...level.pages, ...data.items];
      level.total = data.total;
    }
    level.waiting ||= answer?.isPending ?? true;
    level.failed ||= answer?.isError ?? false;
    levels.set(parent, level);
  });

  // Levels are read one by one: while a move comes in, the page may be listed where it was and where it is.
  const listed = new Set<number>();
  const isNew = ({ id }: PageRow): boolean => !listed.has(id) && Boolean(listed.add(id));
  const nodesOf = (parent: Level): TreeNode[] => {
    const level = levels.get(parent);
    if (!level) return [];
    const inLocale = (page: PageRow): boolean => parent !== 'root' || !locale || page.locale === locale;
    const shown = level.pages.filter((page) => inLocale(page) && isNew(page));
    const nodes: TreeNode[] = shown.map((page) => ({
      kind: 'page',
      id: String(page.id),
      page,
      children: page.childCount > 0 && open.has(page.id) ? nodesOf(page.id) : [],
    }));
    const rest = level.total - level.pages.length;
    if (level.failed) nodes.push({ kind: 'problem', id: `problem:${parent}`, parent });
    else if (level.waiting) nodes.push({ kind: 'loading', id: `loading:${parent}` });
    else if (rest > 0) nodes.push({ kind: 'more', id: `more:${parent}`, parent, rest });
    return nodes;
  };

  return {
    nodes: nodesOf('root'),
    waiting: levels.get('root')?.waiting ?? true,
    failed: levels.get('root')?.failed ?? false,
    error: answers[0]?.error ?? null,
    find: (id: number): PageRow | undefined =>
      [...levels.values()].flatMap((level) => level.pages).find((page) => page.id === id),
    showMore: (parent: Level) => setChunks((now) => ({ ...now, [String(parent)]: (now[String(parent)] ?? 1) + 1 })),
    retry: () =>
      queries.refetchQueries({ queryKey: queryKeys.pages, predicate: (query) => query.state.status === 'error' }),
  };
}
