import { Module } from '@nestjs/common';
import { AuditReport } from './audit-log/audit-log.js';
import { AuditScope } from './audit-log/audit-scope.js';
import { AuditController } from './http/audit.controller.js';
import { ReportsController } from './http/reports.controller.js';
import './permissions.js';
import { SubjectBatches } from './unknown-blocks/subject-batches.js';
import { UnknownBlocks } from './unknown-blocks/unknown-blocks.js';

/** Reports over all content, and over what was done to it. */
@Module({
  controllers: [ReportsController, AuditController],
  providers: [SubjectBatches, UnknownBlocks, AuditScope, AuditReport],
  exports: [UnknownBlocks],
})
export class ReportsModule {}
