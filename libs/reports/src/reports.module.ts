import { Module } from '@nestjs/common';
import { ReportsController } from './http/reports.controller.js';
import { SubjectBatches } from './subject-batches.js';
import { UnknownBlocks } from './unknown-blocks.js';

/** Reports over all content. */
@Module({
  controllers: [ReportsController],
  providers: [SubjectBatches, UnknownBlocks],
  exports: [UnknownBlocks],
})
export class ReportsModule {}
