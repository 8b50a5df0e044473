import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ReferenceEntry } from './reference-entry.entity.js';
import { ReferenceIndex } from './reference-index.js';
import { SourceReaders } from './source-readers.js';
import { UsedIn } from './used-in.js';

/** What points at what. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([ReferenceEntry])],
  providers: [ReferenceIndex, SourceReaders, UsedIn],
  exports: [ReferenceIndex, SourceReaders, UsedIn],
})
export class ReferencesModule {}
