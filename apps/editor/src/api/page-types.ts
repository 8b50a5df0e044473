import type { Schema, paths } from '@pipit/client';

export type PageRow = Schema<'PageRowDto'>;
export type PageState = PageRow['state'];
export type PageDetail = Schema<'PageDetailDto'>;
export type RevisionRow = Schema<'PageRevisionDto'>;
export type RevisionDetail = Schema<'PageRevisionDetailDto'>;
export type HistoryEntry = Schema<'HistoryEntryDto'>;
export type UsageEntry = Schema<'UseDto'>;
/** Who uses something; `hidden` counts those one may not see. */
export type UsagePart = Schema<'UsageListDto'>;

type ListQuery = NonNullable<paths['/api/admin/v1/pages']['get']['parameters']['query']>;
export type PageOrder = NonNullable<ListQuery['order']>;
/** Pages in the order they were asked for, or that their place has. */
export type PageList = Schema<'PageListDto'>;
/** The server's filters, with ids as lists and numbers; the client writes them out. */
export interface PageQuery extends Omit<ListQuery, 'parent' | 'ids'> {
  parent?: number | 'root';
  ids?: number[];
}
