import { request } from './client';
import type { Comparison, Fields, RevisionRow, WorkingCopy } from './types';

/** Unsaved work and versions of one thing: the routes below its address are the same for pages and rows. */
export interface VersionEndpoints {
  workingCopy: () => Promise<WorkingCopy | null>;
  /** Answers the stamp that the next call names; `replaces` is the one of the copy it continues. */
  keepWork: (baseRevisionId: number | null, fields: Fields, replaces: string | null) => Promise<string>;
  dropWork: () => Promise<void>;
  compare: (from: string, to: string) => Promise<Comparison>;
  name: (revisionId: number, name: string | null) => Promise<RevisionRow>;
}

export const versionsBelow = (path: string): VersionEndpoints => ({
  workingCopy: () =>
    request<{ workingCopy: WorkingCopy | null }>(`${path}/working-copy`).then(({ workingCopy }) => workingCopy),
  keepWork: (baseRevisionId, fields, replaces) =>
    request<{ updatedAt: string }>(`${path}/working-copy`, {
      method: 'PUT',
      body: { baseRevisionId, fields, replaces },
    }).then(({ updatedAt }) => updatedAt),
  dropWork: () => request<void>(`${path}/working-copy`, { method: 'DELETE' }),
  compare: (from, to) => request<Comparison>(`${path}/compare`, { query: { from, to } }),
  name: (revisionId, name) =>
    request<RevisionRow>(`${path}/revisions/${revisionId}`, { method: 'PATCH', body: { name } }),
});
