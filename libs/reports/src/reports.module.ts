import { Module } from '@nestjs/common';
import { AuditReport } from './audit-log/audit-log.js';
import { AuditScope } from './audit-log/audit-scope.js';
import { AuditController } from './http/audit.controller.js';
import { PlansController } from './http/plans.controller.js';
import { ReportsController } from './http/reports.controller.js';
import './permissions.js';
import { LockedReport } from './plans/locked-report.js';
import { ScheduledReport } from './plans/scheduled-report.js';
import { SubjectsSeen } from './plans/subjects-seen.js';
import { SubjectBatches } from './unknown-blocks/subject-batches.js';
import { UnknownBlocks } from './unknown-blocks/unknown-blocks.js';

/** Reports over all content, and over what was done to it. */
@Module({
  controllers: [ReportsController, AuditController, PlansController],
  providers: [SubjectBatches, UnknownBlocks, AuditScope, AuditReport, SubjectsSeen, ScheduledReport, LockedReport],
  exports: [UnknownBlocks],
})
export class ReportsModule {}
