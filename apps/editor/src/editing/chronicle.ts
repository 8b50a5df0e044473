import {
  api,
  queryKeys,
  type HistoryEntry,
  type ListOf,
  type RecordId,
  type RevisionDetail,
  type RevisionRow,
} from '../api';

interface Paging {
  limit?: number;
  offset?: number;
}
/** What is known about the past of something: who did what, and, where they are kept, its versions. */
export interface Chronicle {
  historyKey: readonly unknown[];
  history: (paging: Paging) => Promise<ListOf<HistoryEntry>>;
  versions: {
    key: readonly unknown[];
    list: (paging: Paging) => Promise<ListOf<RevisionRow>>;
    oneKey: (id: number) => readonly unknown[];
    one: (id: number) => Promise<RevisionDetail>;
  } | null;
}

/** The past of a page. */
export const pageChronicle = (id: number): Chronicle => ({
  historyKey: queryKeys.history(id),
  history: (paging) => api.pages.history(id, paging),
  versions: {
    key: queryKeys.revisions(id),
    list: (paging) => api.pages.revisions(id, paging),
    oneKey: (revision) => queryKeys.revision(id, revision),
    one: (revision) => api.pages.revision(id, revision),
  },
});

/** The past of a row; only types with drafts keep versions. */
export const recordChronicle = (type: string, id: RecordId, drafts: boolean): Chronicle => ({
  historyKey: queryKeys.recordPart(type, id, 'history'),
  history: (paging) => api.records.history(type, id, paging),
  versions: drafts
    ? {
        key: queryKeys.recordPart(type, id, 'revisions'),
        list: (paging) => api.records.revisions(type, id, paging),
        oneKey: (revision) => queryKeys.recordRevision(type, id, revision),
        one: (revision) => api.records.revision(type, id, revision),
      }
    : null,
});

/** The past of settings. */
export const settingsChronicle = (type: string, site: number | null): Chronicle => ({
  historyKey: queryKeys.settingsHistory(type, site),
  history: (paging) => api.settings.history(type, site, paging),
  versions: null,
});
