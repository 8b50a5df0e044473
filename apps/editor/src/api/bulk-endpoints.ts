import type { Schema } from '@pipit/client';
import { request } from './client';
import type { ListOf } from './common-types';

export type BulkOperation = Schema<'BulkOperationDto'>;
export type BulkItemResult = Schema<'BulkItemResultDto'>;

/** What is to be done, and to what: these things, or all that match. */
export interface BulkWish {
  kind: string;
  ids?: string[];
  query?: Record<string, unknown>;
  arguments?: Record<string, unknown>;
}

/** Operations on many things, done in the background. */
export const bulk = {
  start: (wish: BulkWish) => request<BulkOperation>('/bulk-operations', { method: 'POST', body: wish }),
  list: (limit: number, offset: number) =>
    request<ListOf<BulkOperation>>('/bulk-operations', { query: { limit, offset } }),
  get: (id: string) => request<BulkOperation>(`/bulk-operations/${id}`),
  refused: (id: string, limit = 50, offset = 0) =>
    request<ListOf<BulkItemResult>>(`/bulk-operations/${id}/items`, { query: { state: 'refused', limit, offset } }),
  cancel: (id: string) => request<BulkOperation>(`/bulk-operations/${id}/cancel`, { method: 'POST', body: {} }),
};
