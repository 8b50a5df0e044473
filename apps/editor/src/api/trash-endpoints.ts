import type { Schema } from '@pipit/client';
import { request } from './client';

export type TrashRow = Schema<'TrashRowDto'>;
export type TrashDetail = Schema<'TrashDetailDto'>;
export type TrashList = Schema<'TrashListDto'>;

/** Deleted pages. */
export const trash = {
  list: (query: { q?: string; limit?: number; offset?: number }, signal?: AbortSignal) =>
    request<TrashList>('/trash', { query: { ...query }, ...(signal ? { signal } : {}) }),
  get: (id: number) => request<TrashDetail>(`/trash/${id}`),
  /** For good; `force` leaves what points there without a target. */
  remove: (id: number, force: boolean) =>
    request<{ pages: number }>(`/trash/${id}`, { method: 'DELETE', ...(force ? { query: { force: 'true' } } : {}) }),
};
