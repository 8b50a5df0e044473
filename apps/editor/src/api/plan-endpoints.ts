import type { Schema } from '@pipit/client';
import { request } from './client';
import type { PageDetail } from './types';

export type Plans = Schema<'PlansDto'>;
export type Planned = Schema<'PlannedDto'>;
export type PagePrivacy = Schema<'PagePrivacyDto'>;
export type Restriction = Schema<'RestrictionDto'>;
export type ScheduledItem = Schema<'ScheduledItemDto'>;
export type LockedItem = Schema<'LockedItemDto'>;
export type SchedulePage = Schema<'SchedulePageDto'>;
export type RestrictPage = Schema<'RestrictPageDto'>;

interface MineQuery {
  mine?: boolean;
  limit?: number;
  offset?: number;
}
const told = ({ mine, ...query }: MineQuery) => ({ ...query, ...(mine ? { mine: 'true' } : {}) });

/** Times, locks and privacy of pages, and the reports about them. */
export const plans = {
  schedule: (id: number, body: SchedulePage) => request<PageDetail>(`/pages/${id}/schedule`, { method: 'POST', body }),
  unschedule: (id: number, kind?: 'goLive' | 'expire') =>
    request<PageDetail>(`/pages/${id}/schedule`, { method: 'DELETE', query: { kind } }),
  lock: (id: number) => request<PageDetail>(`/pages/${id}/lock`, { method: 'POST', body: {} }),
  unlock: (id: number) => request<PageDetail>(`/pages/${id}/lock`, { method: 'DELETE' }),
  privacy: (id: number) => request<PagePrivacy>(`/pages/${id}/privacy`),
  restrict: (id: number, body: RestrictPage) => request<PagePrivacy>(`/pages/${id}/privacy`, { method: 'PUT', body }),
  open: (id: number) => request<PagePrivacy>(`/pages/${id}/privacy`, { method: 'DELETE' }),
  scheduled: (query: MineQuery) => request<Schema<'ScheduledListDto'>>('/reports/scheduled', { query: told(query) }),
  locked: (query: MineQuery) => request<Schema<'LockedListDto'>>('/reports/locked', { query: told(query) }),
  health: () => request<Schema<'JobsHealthDto'>>('/jobs/health'),
};
