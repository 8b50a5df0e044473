import { Global, Module } from '@nestjs/common';
import { RecordsController } from './http/records.controller.js';
import { RecordSources } from './record-sources.js';

/** One family of routes for all rows that have no place in the tree. */
@Global()
@Module({ controllers: [RecordsController], providers: [RecordSources], exports: [RecordSources] })
export class RecordsModule {}
