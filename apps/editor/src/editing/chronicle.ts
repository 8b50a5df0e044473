import {
  api,
  queryKeys,
  type Comparison,
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
    /** The screen that compares them. */
    screen: { to: string; params: Record<string, string> };
    key: readonly unknown[];
    list: (paging: Paging) => Promise<ListOf<RevisionRow>>;
    oneKey: (id: number) => readonly unknown[];
    one: (id: number) => Promise<RevisionDetail>;
    compare: (from: string, to: string) => Promise<Comparison>;
    name: (id: number, name: string | null) => Promise<RevisionRow>;
  } | null;
}

/** The past of a page. */
export const pageChronicle = (id: number): Chronicle => ({
  historyKey: queryKeys.history(id),
  history: (paging) => api.pages.history(id, paging),
  versions: {
    screen: { to: '/pages/$pageId/history', params: { pageId: String(id) } },
    key: queryKeys.revisions(id),
    list: (paging) => api.pages.revisions(id, paging),
    oneKey: (revision) => queryKeys.revision(id, revision),
    one: (revision) => api.pages.revision(id, revision),
    compare: api.pages.versions(id).compare,
    name: api.pages.versions(id).name,
  },
});

/** The past of a row; only types with drafts keep versions. */
export const recordChronicle = (type: string, id: RecordId, drafts: boolean): Chronicle => ({
  historyKey: queryKeys.recordPart(type, id, 'history'),
  history: (paging) => api.records.history(type, id, paging),
  versions: drafts
    ? {
        screen: { to: '/records/$type/$id/history', params: { type, id: String(id) } },
        key: queryKeys.recordPart(type, id, 'revisions'),
        list: (paging) => api.records.revisions(type, id, paging),
        oneKey: (revision) => queryKeys.recordRevision(type, id, revision),
        one: (revision) => api.records.revision(type, id, revision),
        compare: api.records.versions(type, id).compare,
        name: api.records.versions(type, id).name,
      }
    : null,
});

/** The past of settings. */
export const settingsChronicle = (type: string, site: number | null): Chronicle => ({
  historyKey: queryKeys.settingsHistory(type, site),
  history: (paging) => api.settings.history(type, site, paging),
  versions: null,
});
