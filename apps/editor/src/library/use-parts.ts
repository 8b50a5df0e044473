import { keepPreviousData, useQueries, useQuery, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { ListOf } from '../api';

/** A long list of which only the parts in sight are asked for. */
export interface Parts<Row> {
  /** How many there are; `null` before the first answer. */
  total: number | null;
  /** How many parts there are. */
  count: number;
  /** The rows of one part, if they are there. */
  part: (index: number) => readonly Row[] | undefined;
  /** Every row that is there, with its place in the list. */
  loaded: () => Row[];
  /** Rows from one place to another, asking for what is missing; both ends included. */
  between: (first: number, last: number) => Promise<Row[]>;
  /** Tells which parts are in sight. */
  look: (first: number, last: number) => void;
  error: unknown;
  retry: () => void;
  /** The rows are those of the question before, as the answer to this one is not there yet. */
  stale: boolean;
}

export type FetchPart<Row> = (offset: number, limit: number, signal: AbortSignal) => Promise<ListOf<Row>>;

/** Rows asked for at once. */
export const partSize = 60;

/**
 * Reads a list of any length in parts, those in sight only. What was asked for and scrolled past is called off, and
 * what has been read stays for a while.
 */
export function useParts<Row>(key: QueryKey, fetchPart: FetchPart<Row>): Parts<Row> {
  const client = useQueryClient();
  const [seen, setSeen] = useState({ first: 0, last: 0 });
  const [answered, setAnswered] = useState(key);
  const keyOf = (of: QueryKey, index: number): QueryKey => [...of, 'part', index];
  const optionsOf = (of: QueryKey, index: number) => ({
    queryKey: keyOf(of, index),
    queryFn: ({ signal }: { signal: AbortSignal }) => fetchPart(index * partSize, partSize, signal),
  });
  const head = useQuery({ ...optionsOf(key, 0), placeholderData: keepPreviousData });
  const fresh = head.data !== undefined && !head.isPlaceholderData;
  if (fresh && !sameKey(answered, key)) {
    setAnswered(key);
    setSeen({ first: 0, last: 0 });
  }
  // Until the first part of a new list is there, the parts of the old one stay in sight.
  const shown = fresh ? key : answered;
  const total = head.data?.total ?? null;
  const count = Math.ceil((total ?? 0) / partSize);
  const wanted = Array.from({ length: Math.max(0, Math.min(seen.last, count - 1) - seen.first + 1) }, (_, index) => {
    return seen.first + index;
  }).filter((index) => index > 0);
  const queries = useQueries({
    queries: wanted.map((index) => ({ ...optionsOf(shown, index), enabled: fresh })),
  });
  const inSight = new Map(queries.map(({ data }, place) => [wanted[place], data]));
  const read = (index: number): readonly Row[] | undefined =>
    index === 0
      ? head.data?.items
      : (inSight.get(index) ?? client.getQueryData<ListOf<Row>>(keyOf(shown, index)))?.items;
  return {
    total,
    count,
    part: read,
    loaded: () => Array.from({ length: count }, (_, index) => read(index) ?? []).flat(),
    between: async (first, last) => {
      const from = Math.floor(first / partSize);
      const indices = Array.from({ length: Math.floor(last / partSize) - from + 1 }, (_, index) => from + index);
      const lists = await Promise.all(
        indices.map((index) => client.fetchQuery({ ...optionsOf(shown, index), staleTime: Infinity })),
      );
      return lists.flatMap((list) => list.items).slice(first - from * partSize, last - from * partSize + 1);
    },
    look: useCallback((first: number, last: number) => {
      setSeen((now) => (now.first === first && now.last === last ? now : { first, last }));
    }, []),
    error: head.error ?? queries.find(({ error }) => error)?.error ?? null,
    retry: () => {
      void head.refetch();
      for (const query of queries) if (query.isError) void query.refetch();
    },
    stale: !fresh && head.data !== undefined,
  };
}

function sameKey(one: QueryKey, other: QueryKey): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
