import { Global, Module } from '@nestjs/common';
import { BulkActions } from './bulk/bulk-actions.js';
import { RecordDraftsController } from './http/record-drafts.controller.js';
import { RecordsController } from './http/records.controller.js';
import { ListDescriptions } from './list/list-descriptor.js';
import { RecordListing } from './list/record-listing.js';
import { RecordAccess } from './record-access.js';
import { RecordSources } from './record-sources.js';

const providers = [RecordSources, RecordAccess, RecordListing, ListDescriptions, BulkActions];

/** One family of routes for all rows that have no place in the tree. */
@Global()
@Module({ controllers: [RecordsController, RecordDraftsController], providers, exports: providers })
export class RecordsModule {}
