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
export { Revisions, type NewRevision, type RevisionSummary, type Subject } from './revisions.js';
export { RevisionsModule, type RevisionsOptions } from './revisions.module.js';
export type { Snapshot } from './snapshot.js';
export { KeepWorkDto, KeptWorkDto, WorkingCopyAnswerDto, WorkingCopyDto } from './http/working-copy.dto.js';
export { WorkingCopies, type KeptWork, type WorkToKeep } from './working-copies/working-copies.js';
export { WorkingCopy } from './working-copies/working-copy.entity.js';
