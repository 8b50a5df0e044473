import { request } from './client';
import { download } from './download';
import { versionsBelow } from './version-endpoints';
import type {
  AuditEntry,
  EditedRecord,
  EditedSettings,
  Fields,
  HistoryEntry,
  ImportReport,
  ListOf,
  RecordDetail,
  RecordId,
  RecordMatch,
  RecordQuery,
  RecordRow,
  Resolution,
  RevisionDetail,
  RevisionRow,
  ScheduleRecord,
  SettingsDetail,
  SettingsSummary,
  UsagePart,
} from './types';

interface Paging {
  limit?: number;
  offset?: number;
}
/** Changed values, and what they were made of: what others saved since is joined with them. */
export interface SettingsWrite {
  baseVersion: number;
  fields: Fields;
  /** Values the changes began with, where no revisions are kept. */
  baseFields?: Fields;
  resolve?: Resolution;
}
export interface RecordWrite extends SettingsWrite {
  /** The revision the changes began with, where revisions are kept. */
  baseRevisionId?: number | null;
  publish?: boolean;
}
const pathOf = (type: string, id?: RecordId): string =>
  `/records/${encodeURIComponent(type)}${id === undefined ? '' : `/${encodeURIComponent(String(id))}`}`;

/** A match as the server reads it: one parameter for each filter. */
export function matchQuery({ q, order, filters = {} }: RecordMatch): Record<string, string> {
  return {
    ...(q ? { q } : {}),
    ...(order ? { order } : {}),
    ...Object.fromEntries(Object.entries(filters).map(([name, value]) => [`filter.${name}`, value])),
  };
}

const entryOf = ({ actor, revisionId, ...entry }: AuditEntry): HistoryEntry => ({
  ...entry,
  id: String(entry.id),
  user: actor,
  revisionId: revisionId ?? null,
});
const history = (path: string, query: Record<string, string | number | undefined>): Promise<ListOf<HistoryEntry>> =>
  request<ListOf<AuditEntry>>(path, { query }).then(({ total, items }) => ({ total, items: items.map(entryOf) }));

/** Rows of snippet and model types. */
export const records = {
  list: (type: string, { ids, limit, offset, ...match }: RecordQuery, signal?: AbortSignal) =>
    request<ListOf<RecordRow>>(pathOf(type), {
      query: { ...matchQuery(match), ids, limit, offset },
      ...(signal ? { signal } : {}),
    }),
  get: (type: string, id: RecordId) => request<RecordDetail>(pathOf(type, id)),
  create: (type: string, fields: Fields, publish?: boolean, key?: string) =>
    request<RecordDetail>(pathOf(type), {
      method: 'POST',
      body: { fields, ...(publish ? { publish } : {}) },
      ...(key ? { key } : {}),
    }),
  save: (type: string, id: RecordId, body: RecordWrite, key?: string) =>
    request<EditedRecord>(pathOf(type, id), { method: 'PATCH', body, ...(key ? { key } : {}) }),
  versions: (type: string, id: RecordId) => versionsBelow(pathOf(type, id)),
  remove: (type: string, id: RecordId) => request<void>(pathOf(type, id), { method: 'DELETE' }),
  publish: (type: string, id: RecordId, baseVersion: number | null) =>
    request<RecordDetail>(`${pathOf(type, id)}/publish`, {
      method: 'POST',
      body: baseVersion === null ? {} : { baseVersion },
    }),
  unpublish: (type: string, id: RecordId) =>
    request<RecordDetail>(`${pathOf(type, id)}/unpublish`, { method: 'POST', body: {} }),
  schedule: (type: string, id: RecordId, body: ScheduleRecord) =>
    request<RecordDetail>(`${pathOf(type, id)}/schedule`, { method: 'POST', body }),
  lock: (type: string, id: RecordId) => request<RecordDetail>(`${pathOf(type, id)}/lock`, { method: 'POST', body: {} }),
  unlock: (type: string, id: RecordId) => request<RecordDetail>(`${pathOf(type, id)}/lock`, { method: 'DELETE' }),
  /** Without `fields`, all of it comes back. */
  revert: (type: string, id: RecordId, revisionId: number, baseVersion: number | null, fields?: string[]) =>
    request<RecordDetail>(`${pathOf(type, id)}/revert`, {
      method: 'POST',
      body: { revisionId, ...(baseVersion === null ? {} : { baseVersion }), ...(fields ? { fields } : {}) },
    }),
  revisions: (type: string, id: RecordId, paging: Paging = {}) =>
    request<ListOf<RevisionRow>>(`${pathOf(type, id)}/revisions`, { query: { ...paging } }),
  revision: (type: string, id: RecordId, revisionId: number) =>
    request<RevisionDetail>(`${pathOf(type, id)}/revisions/${revisionId}`),
  history: (type: string, id: RecordId, paging: Paging = {}) => history(`${pathOf(type, id)}/history`, { ...paging }),
  usage: (type: string, id: RecordId) => request<UsagePart>(`${pathOf(type, id)}/usage`),
  export: (type: string, format: string, match: RecordMatch) =>
    download(`${pathOf(type)}/export`, { ...matchQuery(match), format }, `${type}.${format}`),
  import: (type: string, file: File, dryRun: boolean) => {
    const form = new FormData();
    // Before the file, so that the server knows it when the file's stream starts.
    form.set('dryRun', String(dryRun));
    form.set('file', file);
    return request<ImportReport>(`${pathOf(type)}/import`, { method: 'POST', body: form });
  },
};

const settingsPath = (type: string): string => `/settings/${encodeURIComponent(type)}`;
/** Settings of each site, or of all. */
export const settings = {
  list: () => request<{ items: SettingsSummary[] }>('/settings'),
  get: (type: string, site: number | null) => request<SettingsDetail>(settingsPath(type), { query: { site } }),
  save: (type: string, site: number | null, body: SettingsWrite, key?: string) =>
    request<EditedSettings>(settingsPath(type), { method: 'PATCH', query: { site }, body, ...(key ? { key } : {}) }),
  history: (type: string, site: number | null, paging: Paging = {}) =>
    history(`${settingsPath(type)}/history`, { ...paging, ...(site === null ? {} : { site }) }),
};
