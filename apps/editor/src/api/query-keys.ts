import type { MediaQuery, PageQuery, RecordId, TargetQuery } from './types';

/** The keys of the query cache, one place so that invalidation never misses. */
export const queryKeys = {
  contentTypes: ['content-types'] as const,
  contentType: (name: string) => ['content-types', name] as const,
  permissions: ['permissions'] as const,
  sites: ['sites'] as const,
  locales: ['locales'] as const,
  translations: (id: number) => ['pages', 'translations', id] as const,
  missingTranslations: (query: object) => ['pages', 'missing-translations', query] as const,
  translationProgress: ['pages', 'translation-progress'] as const,
  pages: ['pages'] as const,
  pageList: (query: PageQuery) => ['pages', 'list', query] as const,
  page: (id: number) => ['pages', 'detail', id] as const,
  /** `[2]` is the page, so that what lies in the trash is not asked for again. */
  targets: (id: number, query: TargetQuery) => ['pages', 'targets', id, query] as const,
  privacy: (id: number) => ['pages', 'privacy', id] as const,
  jobsHealth: ['jobs', 'health'] as const,
  /** Below the pages, as what happens to them changes both. */
  scheduled: (mine: boolean) => ['pages', 'scheduled', mine] as const,
  lockedPages: (mine: boolean) => ['pages', 'locked', mine] as const,
  revisions: (id: number) => ['pages', 'revisions', id] as const,
  revision: (id: number, revisionId: number) => ['pages', 'revision', id, revisionId] as const,
  history: (id: number) => ['pages', 'history', id] as const,
  images: ['images'] as const,
  imageList: (query: MediaQuery) => ['images', 'list', query] as const,
  image: (id: number) => ['images', 'detail', id] as const,
  imageUsage: (id: number) => ['images', 'usage', id] as const,
  documents: ['documents'] as const,
  documentList: (query: MediaQuery) => ['documents', 'list', query] as const,
  document: (id: number) => ['documents', 'detail', id] as const,
  documentUsage: (id: number) => ['documents', 'usage', id] as const,
  collections: ['collections'] as const,
  /** Everything about rows of a snippet or model type. */
  records: (type: string) => ['records', type] as const,
  recordList: (type: string, query: object) => ['records', type, 'list', query] as const,
  record: (type: string, id: RecordId) => ['records', type, 'detail', String(id)] as const,
  recordPart: (type: string, id: RecordId, part: 'history' | 'revisions' | 'usage') =>
    ['records', type, part, String(id)] as const,
  recordRevision: (type: string, id: RecordId, revisionId: number) =>
    ['records', type, 'revision', String(id), revisionId] as const,
  settingsTypes: ['settings'] as const,
  settings: (type: string, site: number | null) => ['settings', type, 'detail', site] as const,
  settingsHistory: (type: string, site: number | null) => ['settings', type, 'history', site] as const,
  audit: (query: object) => ['audit', query] as const,
  auditActions: ['audit', 'actions'] as const,
  bulkOperations: ['bulk-operations'] as const,
  bulkOperation: (id: string) => ['bulk-operations', 'detail', id] as const,
  bulkRefused: (id: string) => ['bulk-operations', 'refused', id] as const,
  tags: (text: string) => ['tags', text] as const,
};
