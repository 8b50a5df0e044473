import type { Fields, Iso, PersonRef } from './common-types.ts';

export type PageState = 'draft' | 'live' | 'live-changed' | 'scheduled' | 'expired';
export interface PageRow {
  id: number;
  uuid: string;
  type: string;
  typeLabel: string;
  icon: string | null;
  title: string;
  slug: string;
  urlPath: string | null;
  url: string | null;
  locale: string;
  state: PageState;
  live: boolean;
  hasUnpublishedChanges: boolean;
  parentId: number | null;
  depth: number;
  childCount: number;
  firstPublishedAt: Iso | null;
  lastPublishedAt: Iso | null;
  updatedAt: Iso | null;
  updatedBy: PersonRef | null;
  locked: boolean;
  can: { edit: boolean; publish: boolean; unpublish: boolean; addChild: boolean; move: boolean; delete: boolean };
}
export interface PageDetail extends PageRow {
  fields: Fields;
  revisionId: number | null;
  liveRevisionId: number | null;
  ancestors: { id: number; title: string }[];
  childTypes: string[];
  liveFields: Fields | null;
}
export type PageOrder = 'tree' | 'title' | '-title' | 'updated' | '-updated';
export interface PageQuery {
  parent?: number | 'root';
  q?: string;
  type?: string;
  state?: PageState;
  locale?: string;
  ids?: number[];
  order?: PageOrder;
  limit?: number;
  offset?: number;
}
export interface RevisionRow {
  id: number;
  createdAt: Iso;
  user: PersonRef | null;
  isLatest: boolean;
  isLive: boolean;
  title: string;
  changedFields: string[];
}
export interface RevisionDetail extends RevisionRow {
  fields: Fields;
}
export type HistoryAction =
  | 'page.create'
  | 'page.edit'
  | 'page.publish'
  | 'page.unpublish'
  | 'page.move'
  | 'page.delete'
  | 'page.restore'
  | 'page.revert'
  | 'import';
export interface HistoryEntry {
  id: number;
  at: Iso;
  action: HistoryAction;
  user: PersonRef | null;
  revisionId: number | null;
  data: Record<string, unknown>;
}
export interface UsageEntry {
  sourceType: string;
  sourceId: number;
  title: string;
  live: boolean;
}
