import { Global, Module } from '@nestjs/common';
import { RecordDraftsController } from './http/record-drafts.controller.js';
import { RecordsController } from './http/records.controller.js';
import { RecordSources } from './record-sources.js';

/** One family of routes for all rows that have no place in the tree. */
@Global()
@Module({
  controllers: [RecordsController, RecordDraftsController],
  providers: [RecordSources],
  exports: [RecordSources],
})
export class RecordsModule {}
