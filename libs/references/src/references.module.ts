import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ReferenceEntry } from './reference-entry.entity.js';
import { ReferenceIndex } from './reference-index.js';

/** What points at what. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([ReferenceEntry])],
  providers: [ReferenceIndex],
  exports: [ReferenceIndex],
})
export class ReferencesModule {}
