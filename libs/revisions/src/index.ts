/** Content and its history, for pages, snippets and whatever else has both. */
export { changedFields } from './content/changed-fields.js';
export { ContentCopies, type RowCopy } from './content/content-copies.js';
export { ContentStore } from './content/content-store.js';
export { copiedRowIdOf } from './content/copied-row-id.js';
export { withCopiedRowIds } from './content/copied-row-ids.js';
export { descriptorVersion } from './content/descriptor-version.js';
export { ImportContent, type ImportedRow } from './content/import-content.js';
export { LinkTargets } from './content/link-targets.js';
export { layoutOf, ownValues, toJsonValue, type FieldColumn, type TableLayout } from './content/table-layout.js';
export {
  addDraftColumns,
  DRAFT_STATE,
  noteDraft,
  notePublication,
  noteWithdrawal,
  UNSAVED,
  type DraftState,
} from './draft-state.js';
export { locked, Locks, type LockOptions, type LockState, type ToldLock } from './locking/locks.js';
export { ScheduleFailed } from './events.js';
export { Schedule, type ScheduleKind } from './scheduling/schedule.entity.js';
export { ScheduleRunner } from './scheduling/schedule-runner.js';
export { ScheduleTargets, type ScheduledSubjects } from './scheduling/scheduled-subjects.js';
export {
  ScheduleGone,
  Schedules,
  decidedBefore,
  toldOf,
  type DueSchedule,
  type Pending,
  type ScheduleWish,
} from './scheduling/schedules.js';
export * from './scheduling/http/schedule.dto.js';
export { plansOf, type Planned, type Plans } from './scheduling/plans.js';
export { isZone, type ZonedTime } from './scheduling/zoned-time.js';
export { baseRevisionGone, workingCopyConflict } from './errors.js';
export { TypeFields } from './content/type-fields.js';
export { requireUnique, type UniqueScope } from './content/unique-values.js';
export { changedValues, requireTargets, requireValid } from './content/type-values.js';
export { Revision } from './revision.entity.js';
export { Revisions, type NewRevision, type RevisionAuthor, type RevisionSummary, type Subject } from './revisions.js';
export { RevisionsModule, type RevisionsOptions } from './revisions.module.js';
export type { Snapshot } from './snapshot.js';
export {
  DifferenceDto,
  GridRowDifferenceDto,
  ItemDifferenceDto,
  MemberDifferenceDto,
  RichTextBlockDifferenceDto,
  RunDto,
} from './http/difference.dto.js';
export { ApiEditConflict, EditConflictDto } from './http/edit-conflict.dto.js';
export { MergedWorkDto, ResolutionDto } from './http/merge.dto.js';
export { RevisionAuthorDto } from './http/revision-author.dto.js';
export { KeepWorkDto, KeptWorkDto, WorkingCopyAnswerDto, WorkingCopyDto } from './http/working-copy.dto.js';
export { RevisionsPurged } from './retention/events.js';
export { PurgeRevisions } from './retention/purge-revisions.action.js';
export type { RetentionOptions } from './retention/retention-options.js';
export { RevisionRetention } from './retention/revision-retention.js';
export { restoreParts } from './restore/restore-parts.js';
export { CompareQueryDto, ComparisonDto, NameRevisionDto, versionName, type VersionName } from './http/compare.dto.js';
export {
  plainVersion,
  revisionVersion,
  workingCopyVersion,
  type ComparedVersion,
  type ComparedVersions,
  type VersionValues,
} from './compare/compared-version.js';
export type * from './compare/difference.js';
export { VersionDifferences } from './compare/version-differences.js';
export { ReferenceTitles, type TitleSource } from './compare/reference-titles.js';
export { EditMerging, type JoinedEdit, type Resolution, type StaleEdit } from './merge/edit-merging.js';
export {
  VersionMerging,
  type EditedValues,
  type MergedWork,
  type NewestState,
  type VersionedEdit,
} from './merge/version-merging.js';
export type { Choices } from './merge/merge-fields.js';
export { WorkingCopies, type KeptWork, type WorkToKeep } from './working-copies/working-copies.js';
export { WorkingCopy } from './working-copies/working-copy.entity.js';
