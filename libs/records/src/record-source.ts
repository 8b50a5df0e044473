import type { ContentType, JsonObject, TypeCategory } from '@pipit/content-types';
import type { Ctx, Paged, Paging } from '@pipit/kernel';

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

/**
 * One category of rows that the family of routes `/api/admin/v1/records/:type` serves. A lib registers its source with
 * {@link RecordSources}; ids come as they stand in the address, and the source answers odd ones like absent rows.
 */
export interface RecordSource {
  readonly category: TypeCategory;
  list(ctx: Ctx, type: ContentType, query: RecordListQuery): Promise<Paged<RecordRow>>;
  get(ctx: Ctx, type: ContentType, id: string): Promise<RecordDetail>;
  create(ctx: Ctx, type: ContentType, record: NewRecord): Promise<RecordDetail>;
  edit(ctx: Ctx, type: ContentType, id: string, change: RecordChange): Promise<RecordDetail>;
  remove(ctx: Ctx, type: ContentType, id: string): Promise<void>;
}
