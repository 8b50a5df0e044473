import { useQuery } from '@tanstack/react-query';
import { api, queryKeys, type BulkOperation } from '../api';

const soon = 700;

/** True while things of it are still to be done. */
export const isOpen = ({ state }: Pick<BulkOperation, 'state'>): boolean => state === 'waiting' || state === 'running';

/** An operation and how far it is, looked after until it ends. */
export function useOperation(id: string | null) {
  return useQuery({
    queryKey: queryKeys.bulkOperation(id ?? ''),
    queryFn: () => api.bulk.get(id ?? ''),
    enabled: id !== null,
    refetchInterval: ({ state }) => (!state.data || isOpen(state.data) ? soon : false),
  });
}
