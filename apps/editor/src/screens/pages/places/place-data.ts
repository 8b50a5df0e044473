import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { api, queryKeys, type PageTarget, type TargetQuery } from '../../../api';
import { treeChunk, type Level } from '../../../tree/tree-data';

/** A row of the places: a page, a row that loads more, or a row standing for a level on its way. */
export type PlaceNode =
  | { kind: 'page'; id: string; page: PageTarget; children: PlaceNode[] }
  | { kind: 'more'; id: string; parent: Level; rest: number }
  | { kind: 'loading'; id: string }
  | { kind: 'problem'; id: string; parent: Level };

/** What is to be done with a page, and so which places are legal. */
export interface PlaceUse {
  readonly pageId: number;
  readonly use: TargetQuery['for'];
  readonly recursive: boolean;
}

const queryOf = ({ use, recursive }: PlaceUse, parent: Level, offset: number): TargetQuery => ({
  for: use,
  recursive: recursive ? 'true' : 'false',
  limit: treeChunk,
  offset,
  ...(parent === 'root' ? {} : { parent }),
});

/** The visible part of the tree of places: one request for each open level and chunk of it. */
export function usePlaces(wish: PlaceUse, open: ReadonlySet<number>) {
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
      queryKey: queryKeys.targets(wish.pageId, queryOf(wish, parent, offset)),
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        api.pages.targets(wish.pageId, queryOf(wish, parent, offset), signal),
      placeholderData: (before: Awaited<ReturnType<typeof api.pages.targets>> | undefined) => before,
    })),
  });
  const nodesOf = (parent: Level): PlaceNode[] => {
    const parts = wanted.flatMap((each, index) => (each.parent === parent ? [answers[index]] : []));
    if (parts.length === 0) return [];
    const pages = parts.flatMap((part) => part?.data?.items ?? []);
    const nodes: PlaceNode[] = pages.map((page) => ({
      kind: 'page',
      id: String(page.id),
      page,
      children: page.childCount > 0 && open.has(page.id) ? nodesOf(page.id) : [],
    }));
    const rest = (parts[0]?.data?.total ?? 0) - pages.length;
    if (parts.some((part) => part?.isError)) nodes.push({ kind: 'problem', id: `problem:${parent}`, parent });
    else if (parts.some((part) => part?.isPending)) nodes.push({ kind: 'loading', id: `loading:${parent}` });
    else if (rest > 0) nodes.push({ kind: 'more', id: `more:${parent}`, parent, rest });
    return nodes;
  };
  const all = answers.flatMap((answer) => answer.data?.items ?? []);
  return {
    nodes: nodesOf('root'),
    waiting: answers[0]?.isPending ?? true,
    failed: answers[0]?.isError ?? false,
    error: answers[0]?.error ?? null,
    find: (id: number): PageTarget | undefined => all.find((page) => page.id === id),
    showMore: (parent: Level) => setChunks((now) => ({ ...now, [String(parent)]: (now[String(parent)] ?? 1) + 1 })),
    retry: () =>
      queries.refetchQueries({ queryKey: queryKeys.pages, predicate: (query) => query.state.status === 'error' }),
  };
}
