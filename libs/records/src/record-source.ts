import type { ContentType, JsonObject, TypeCategory } from '@pipit/content-types';
import type { Ctx, Paged, Paging } from '@pipit/kernel';
import type {
  ComparedVersions,
  MergedWork,
  Plans,
  RevisionSummary,
  ScheduleKind,
  ScheduleWish,
  ToldLock,
  VersionName,
  VersionedEdit,
  WorkToKeep,
} from '@pipit/revisions';

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

/** What the acting person may do with one row as it is now: what a lock keeps out is left out. */
export interface RecordDetailPermissions extends RecordPermissions {
  /** Plan when it goes live and offline. */
  readonly schedule: boolean;
  readonly lock: boolean;
  readonly unlock: boolean;
}

/** A row in a list. */
export interface RecordRow {
  readonly id: RecordId;
  /** Null where rows have none. */
  readonly uuid: string | null;
  readonly title: string;
  /** What the columns of the list show, by name. */
  readonly cells: JsonObject;
  readonly updatedAt: string | null;
  readonly state: RecordState;
  readonly can: RecordPermissions;
}

/** A row with its values. */
export interface RecordDetail extends Omit<RecordRow, 'cells' | 'can'> {
  readonly can: RecordDetailPermissions;
  /** The latest values: those of the draft, where the type has drafts. */
  readonly fields: JsonObject;
  /** The next write has to name it. */
  readonly version: number;
  /** The latest revision, with which unsaved work begins; null for types without drafts. */
  readonly revisionId: number | null;
  /** Who keeps others from changing it; types with drafts only. */
  readonly lock: ToldLock | null;
  /** What is planned, or could not be done at its time; types with drafts only. */
  readonly schedule: Plans | null;
  /** What readers see; null for types without drafts and for rows that are not live. */
  readonly live: JsonObject | null;
}

/** One test of a field: `filter.born.gte=1900`. */
export interface RecordFilter {
  readonly field: string;
  readonly operator: FilterOperator;
  /** As it was given; `in` takes several. */
  readonly values: readonly string[];
}

/** What a filter may ask. */
export type FilterOperator = 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte' | 'in' | 'contains' | 'empty';

/** Which rows of a type, in which order. */
export interface RecordSelection {
  readonly q?: string;
  readonly ids?: readonly string[];
  readonly filters?: readonly RecordFilter[];
  /** Names of columns, a leading `-` reverses. Default: as the type says. */
  readonly order?: readonly string[];
}

/** A part of the rows of a type. */
export interface RecordListQuery extends RecordSelection, Paging {}

/** Values of a new row. */
export interface NewRecord {
  readonly fields: JsonObject;
  /** Goes live in the same transaction; types without drafts are always live. */
  readonly publish?: boolean;
}

/** New values of a row, and what the caller started from: without a version any will do. */
export interface RecordChange extends NewRecord, VersionedEdit {
  /** Types with drafts: the revision the caller started from. */
  readonly baseRevisionId?: number | null | undefined;
}

/** What a row says now: in its draft, where the type has drafts. All fields, whoever asks. */
export interface LatestValues {
  readonly fields: JsonObject;
  readonly version: number;
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
  readonly baseVersion?: number | undefined;
}

/** Which version's values come back. */
export interface RecordRevert extends KnownVersion {
  readonly revisionId: number;
  /** Only these fields, or parts of fields by pointers with ids; default all. */
  readonly fields?: readonly string[] | undefined;
}

/** Work on a row that its author did not save yet. */
export interface RecordWorkingCopy {
  readonly baseRevisionId: number | null;
  /** All values the person may see. */
  readonly fields: JsonObject;
  readonly changedFields: string[];
  readonly updatedAt: Date;
}

/** Changed values to be kept, and what they continue. */
export interface RecordWorkToKeep extends Pick<WorkToKeep, 'baseRevisionId' | 'replaces'> {
  readonly fields: JsonObject;
}

/** The acting person's own unsaved work on rows. */
export interface RecordWorkingCopies {
  find(ctx: Ctx, type: ContentType, id: string): Promise<RecordWorkingCopy | null>;
  keep(ctx: Ctx, type: ContentType, id: string, work: RecordWorkToKeep): Promise<Date>;
  discard(ctx: Ctx, type: ContentType, id: string): Promise<void>;
}

/** What rows of types with drafts can do besides. */
export interface RecordDrafts {
  readonly workingCopies: RecordWorkingCopies;
  /** What differs between two versions. Null stands for a name that cannot be one. */
  compare(
    ctx: Ctx,
    type: ContentType,
    id: string,
    from: VersionName | null,
    to: VersionName | null,
  ): Promise<ComparedVersions>;
  nameRevision(ctx: Ctx, type: ContentType, id: string, revisionId: number, name: string | null): Promise<void>;
  /** All fields of the drafts that are newer than what readers see; rows without one are missing. */
  newer(ctx: Ctx, type: ContentType, ids: readonly RecordId[]): Promise<ReadonlyMap<RecordId, JsonObject>>;
  publish(ctx: Ctx, type: ContentType, id: string, known: KnownVersion): Promise<void>;
  unpublish(ctx: Ctx, type: ContentType, id: string): Promise<void>;
  /** Sets when the row goes live and offline. */
  schedule(ctx: Ctx, type: ContentType, id: string, wish: ScheduleWish & KnownVersion): Promise<void>;
  /** Calls it off; both without a kind. */
  unschedule(ctx: Ctx, type: ContentType, id: string, kind?: ScheduleKind): Promise<void>;
  /** Keeps others from changing the row. */
  lock(ctx: Ctx, type: ContentType, id: string): Promise<void>;
  unlock(ctx: Ctx, type: ContentType, id: string): Promise<void>;
  revert(ctx: Ctx, type: ContentType, id: string, input: RecordRevert): Promise<void>;
  revisions(ctx: Ctx, type: ContentType, id: string, paging: Paging): Promise<Paged<RecordRevision>>;
  revision(ctx: Ctx, type: ContentType, id: string, revisionId: number): Promise<RecordRevisionDetail>;
}

/** Names of the permissions a category asks for, each granted by type. */
export interface RecordPermissionNames {
  readonly view: string;
  readonly add: string;
  readonly edit: string;
  readonly delete: string;
  /** Categories with drafts only. */
  readonly publish?: string;
}

/** What lists need to know of a type's table beside its fields. The names are those of properties. */
export interface RecordTable {
  readonly uuid?: string;
  readonly updatedAt?: string;
  /** Further columns that order lists: dates of creation. */
  readonly sortable?: readonly string[];
  /** A date of deletion: rows that have one are gone. */
  readonly deletedAt?: string;
  /** SQL of the row's {@link RecordState} with `t` for its table; absent for types without drafts. */
  readonly state?: string;
  /** SQL of what the row's latest draft is called, with `t` for its table; absent for types without drafts. */
  readonly draftTitle?: string;
}

/**
 * One category of rows that the family of routes `/api/admin/v1/records/:type` serves. A lib registers its source with
 * {@link RecordSources}; ids come as they stand in the address, and the source answers odd ones like absent rows.
 * Lists, exports and bulk actions are the same for all of them, made from the type's fields and its table.
 */
export interface RecordSource {
  readonly category: TypeCategory;
  /** Absent where no type of the category has drafts. */
  readonly drafts?: RecordDrafts;
  readonly permissions: RecordPermissionNames;
  /** The table of a type. */
  table(type: ContentType): RecordTable;
  /** All fields of some rows, whoever asks; rows that do not exist are missing. Of types with drafts: what is live. */
  read(ctx: Ctx, type: ContentType, ids: readonly RecordId[]): Promise<ReadonlyMap<RecordId, JsonObject>>;
  /** The latest values of some rows, for code that is about to change many; rows that do not exist are missing. */
  latest(ctx: Ctx, type: ContentType, ids: readonly RecordId[]): Promise<ReadonlyMap<RecordId, LatestValues>>;
  get(ctx: Ctx, type: ContentType, id: string): Promise<RecordDetail>;
  create(ctx: Ctx, type: ContentType, record: NewRecord): Promise<RecordId>;
  /** Answers what came from others; null when nobody else had changed anything. */
  edit(ctx: Ctx, type: ContentType, id: string, change: RecordChange): Promise<MergedWork | null>;
  remove(ctx: Ctx, type: ContentType, id: string): Promise<void>;
}
