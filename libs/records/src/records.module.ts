import { Global, Module } from '@nestjs/common';
import { BulkActions } from './bulk/bulk-actions.js';
import { RecordBulkKinds } from './bulk/record-bulk-kinds.js';
import { RecordDraftsController } from './http/record-drafts.controller.js';
import { RecordPlansController } from './http/record-plans.controller.js';
import { RecordHistoryController } from './http/record-history.controller.js';
import { RecordManyController } from './http/record-many.controller.js';
import { RecordVersionController } from './http/record-version.controller.js';
import { RecordWorkingCopyController } from './http/record-working-copy.controller.js';
import { RecordsController } from './http/records.controller.js';
import { ListDescriptions } from './list/list-descriptor.js';
import { RecordListing } from './list/record-listing.js';
import { RecordHistory } from './queries/record-history.js';
import { RecordTitles } from './queries/record-titles.js';
import { RecordReferences } from './queries/record-references.js';
import { RecordAccess } from './record-access.js';
import { RecordSources } from './record-sources.js';
import { ExportRecords } from './transfer/export-records.js';
import { ImportRecords } from './transfer/import-records.js';

const providers = [
  RecordSources, RecordAccess, RecordListing, ListDescriptions, BulkActions, RecordBulkKinds, ExportRecords, ImportRecords,
  RecordHistory, RecordTitles, RecordReferences,
]; // prettier-ignore

// What has a name of its own comes before what has an id.
const controllers = [
  RecordManyController, RecordHistoryController, RecordsController, RecordDraftsController,
  RecordPlansController, RecordWorkingCopyController, RecordVersionController,
]; // prettier-ignore

/** One family of routes for all rows that have no place in the tree. */
@Global()
@Module({ controllers, providers, exports: providers })
export class RecordsModule {}
