import type { ContentType, JsonObject, TypeCategory } from '@pipit/content-types';
import type { Ctx, Paged, Paging } from '@pipit/kernel';
import type { RevisionSummary } from '@pipit/revisions';

/** The key of a row: snippets have numbers, other tables may have text. */
export type RecordId = number | string;

/** What readers and editors see of a row: `null` for types without drafts, where what is saved is public. */
export type RecordState = 'live' | 'draft' | 'live+draft' | null;

/** What the acting person may do with a row. */
export interface RecordPermissions {
  readonly edit: boolean;
  readonly delete: boolean;
  /** False for types without drafts. */
  readonly publish: boolean;
}

/** A row in a list. */
export interface RecordRow {
  readonly id: RecordId;
  /** Null where rows have none. */
  readonly uuid: string | null;
  readonly title: string;
  readonly updatedAt: string | null;
  readonly state: RecordState;
  readonly can: RecordPermissions;
}

/** A row with its values. */
export interface RecordDetail extends RecordRow {
  /** The latest values: those of the draft, where the type has drafts. */
  readonly fields: JsonObject;
  /** The next write has to name it. */
  readonly version: number;
  /** What readers see; null for types without drafts and for rows that are not live. */
  readonly live: JsonObject | null;
}

/** Which rows of a type. */
export interface RecordListQuery extends Paging {
  readonly q?: string;
  readonly ids?: readonly number[];
}

/** Values of a new row. */
export interface NewRecord {
  readonly fields: JsonObject;
  /** Goes live in the same transaction; types without drafts are always live. */
  readonly publish?: boolean;
}

/** New values of a row. */
export interface RecordChange extends NewRecord {
  /** The version the caller started from. */
  readonly baseVersion: number;
}

/** A version in a row's history. */
export interface RecordRevision extends RevisionSummary {
  readonly isLatest: boolean;
  readonly isLive: boolean;
}

/** A version with its values. */
export interface RecordRevisionDetail extends RecordRevision {
  readonly fields: JsonObject;
}

/** What a caller may say about the state it knows: refused when somebody saved since. */
export interface KnownVersion {
  readonly baseVersion?: number;
}

/** Which version's values come back. */
export interface RecordRevert extends KnownVersion {
  readonly revisionId: number;
}

/** What rows of types with drafts can do besides. */
export interface RecordDrafts {
  publish(ctx: Ctx, type: ContentType, id: string, known: KnownVersion): Promise<RecordDetail>;
  unpublish(ctx: Ctx, type: ContentType, id: string): Promise<RecordDetail>;
  revert(ctx: Ctx, type: ContentType, id: string, input: RecordRevert): Promise<RecordDetail>;
  revisions(ctx: Ctx, type: ContentType, id: string, paging: Paging): Promise<Paged<RecordRevision>>;
  revision(ctx: Ctx, type: ContentType, id: string, revisionId: number): Promise<RecordRevisionDetail>;
}

/**
 * One category of rows that the family of routes `/api/admin/v1/records/:type` serves. A lib registers its source with
 * {@link RecordSources}; ids come as they stand in the address, and the source answers odd ones like absent rows.
 */
export interface RecordSource {
  readonly category: TypeCategory;
  /** Absent where no type of the category has drafts. */
  readonly drafts?: RecordDrafts;
  list(ctx: Ctx, type: ContentType, query: RecordListQuery): Promise<Paged<RecordRow>>;
  get(ctx: Ctx, type: ContentType, id: string): Promise<RecordDetail>;
  create(ctx: Ctx, type: ContentType, record: NewRecord): Promise<RecordDetail>;
  edit(ctx: Ctx, type: ContentType, id: string, change: RecordChange): Promise<RecordDetail>;
  remove(ctx: Ctx, type: ContentType, id: string): Promise<void>;
}
