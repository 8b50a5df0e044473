import { useQuery } from '@tanstack/react-query';
import { createContext, use, useMemo, type ReactNode } from 'react';
import { api, queryKeys } from '../api';

const Pictures = createContext<ReadonlyMap<number, string>>(new Map());
const WHILE = 5 * 60_000;

/** Where the pictures of people are, asked for once for all who are shown. */
export function AvatarsProvider({ children }: { children: ReactNode }) {
  const { data } = useQuery({ queryKey: queryKeys.avatars, queryFn: api.avatars.list, staleTime: WHILE });
  const pictures = useMemo(() => new Map(data?.items.map(({ userId, url }) => [userId, url])), [data]);
  return <Pictures value={pictures}>{children}</Pictures>;
}

/** The address of somebody's picture; undefined without one. */
export function useAvatar(userId: number | null | undefined): string | undefined {
  const pictures = use(Pictures);
  return userId == null ? undefined : pictures.get(userId);
}
