import type { Schema, paths } from '@pipit/client';

export type PageRow = Schema<'PageRowDto'>;
export type PageState = PageRow['state'];
export type PageDetail = Schema<'PageDetailDto'>;
export type RevisionRow = Schema<'PageRevisionDto'>;
export type RevisionDetail = Schema<'PageRevisionDetailDto'>;
/** A page after an edit, and what came from others. */
export type EditedPage = Schema<'EditedPageDto'>;
export type MergedWork = Schema<'MergedWorkDto'>;
/** Work the server keeps for the person, not saved yet. */
export type WorkingCopy = Schema<'WorkingCopyDto'>;
export type Comparison = Schema<'ComparisonDto'>;
export type ComparedVersion = Schema<'ComparedVersionDto'>;
export type Difference = Schema<'DifferenceDto'>;
export type MemberDifference = Schema<'MemberDifferenceDto'>;
export type ItemDifference = Schema<'ItemDifferenceDto'>;
export type RichTextBlockDifference = Schema<'RichTextBlockDifferenceDto'>;
export type Run = Schema<'RunDto'>;
/** Something two people changed, and not to the same. */
export type ConflictPlace = Schema<'ConflictPlaceDto'>;
/** What was decided about a conflict. */
export type Resolution = Schema<'ResolutionDto'>;
export type HistoryEntry = Schema<'HistoryEntryDto'>;
export type UsageEntry = Schema<'UsageDto'>;

type ListQuery = NonNullable<paths['/api/admin/v1/pages']['get']['parameters']['query']>;
export type PageOrder = NonNullable<ListQuery['order']>;
/** Pages in the order they were asked for, or that their place has. */
export type PageList = Schema<'PageListDto'>;
/** The server's filters, with ids as lists and numbers; the client writes them out. */
export interface PageQuery extends Omit<ListQuery, 'parent' | 'ids'> {
  parent?: number | 'root';
  ids?: number[];
}

/** A page that may be the parent of another, or may not. */
export type PageTarget = Schema<'PageTargetDto'>;
export type PageTargetList = Schema<'PageTargetListDto'>;
export type TargetQuery = NonNullable<paths['/api/admin/v1/pages/{id}/targets']['get']['parameters']['query']>;
export type CopyPage = Schema<'CopyPageDto'>;
export type ReorderChildren = Schema<'ReorderChildrenDto'>;
export type ReorderBy = NonNullable<ReorderChildren['order']>;
