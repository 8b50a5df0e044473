import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ReferenceTitles } from './compare/reference-titles.js';
import { VersionDifferences } from './compare/version-differences.js';
import { ContentCopies } from './content/content-copies.js';
import { ContentStore } from './content/content-store.js';
import { ImportContent } from './content/import-content.js';
import { LinkTargets } from './content/link-targets.js';
import { TypeFields } from './content/type-fields.js';
import { EditMerging } from './merge/edit-merging.js';
import { LOCK_OPTIONS, Locks, type LockOptions } from './locking/locks.js';
import { VersionMerging } from './merge/version-merging.js';
import { PurgeRevisions } from './retention/purge-revisions.action.js';
import { RETENTION_OPTIONS, type RetentionOptions } from './retention/retention-options.js';
import { RevisionRetention } from './retention/revision-retention.js';
import { SubjectLock } from './locking/subject-lock.entity.js';
import { Revision } from './revision.entity.js';
import { Schedule } from './scheduling/schedule.entity.js';
import { ScheduleRunner } from './scheduling/schedule-runner.js';
import { ScheduleTargets } from './scheduling/scheduled-subjects.js';
import { Schedules } from './scheduling/schedules.js';
import { Revisions } from './revisions.js';
import { WorkingCopies } from './working-copies/working-copies.js';
import { WorkingCopy } from './working-copies/working-copy.entity.js';

const services = [
  Revisions,
  WorkingCopies,
  ContentStore,
  ContentCopies,
  ImportContent,
  LinkTargets,
  TypeFields,
  Locks,
  Schedules,
  ScheduleTargets,
  ScheduleRunner,
  ReferenceTitles,
  EditMerging,
  VersionDifferences,
  VersionMerging,
  PurgeRevisions,
  RevisionRetention,
];

/** How content with a history behaves. */
export interface RevisionsOptions {
  readonly locks?: LockOptions;
  /** Default: every revision is kept. */
  readonly retention?: RetentionOptions;
}

/** Drafts and revisions of anything with content. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Revision, WorkingCopy, Schedule, SubjectLock])],
  providers: services,
  exports: services,
})
export class RevisionsModule {
  static forRoot({ locks = {}, retention = {} }: RevisionsOptions = {}): DynamicModule {
    const options = [
      { provide: LOCK_OPTIONS, useValue: locks },
      { provide: RETENTION_OPTIONS, useValue: retention },
    ];
    return { module: RevisionsModule, providers: options, exports: options };
  }
}
