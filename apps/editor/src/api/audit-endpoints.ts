import type { Schema } from '@pipit/client';
import { request } from './client';
import { download } from './download';

export type AuditLogEntry = Schema<'AuditEntryDto'>;
export type AuditLogPart = Schema<'AuditPartDto'>;

/** Which entries; what is left out does not matter. */
export interface AuditMatch {
  actions?: string;
  subjectTypes?: string;
  subject?: string;
  user?: string;
  q?: string;
  from?: string;
  until?: string;
  request?: string;
}

/** The audit log across everything. */
export const audit = {
  list: (match: AuditMatch & { grouped?: boolean; limit?: number; after?: string }, signal?: AbortSignal) =>
    request<AuditLogPart>('/audit', { query: { ...match }, ...(signal ? { signal } : {}) }),
  actions: () => request<{ items: string[] }>('/audit/actions'),
  export: (match: AuditMatch, format: 'csv' | 'xlsx') =>
    download('/audit/export', { ...match, format }, `audit-log.${format}`),
};
