import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ReferenceTitles } from './compare/reference-titles.js';
import { VersionDifferences } from './compare/version-differences.js';
import { ContentStore } from './content/content-store.js';
import { ImportContent } from './content/import-content.js';
import { LinkTargets } from './content/link-targets.js';
import { TypeFields } from './content/type-fields.js';
import { EditMerging } from './merge/edit-merging.js';
import { Revision } from './revision.entity.js';
import { Revisions } from './revisions.js';
import { WorkingCopies } from './working-copies/working-copies.js';
import { WorkingCopy } from './working-copies/working-copy.entity.js';

const services = [
  Revisions, WorkingCopies, ContentStore, ImportContent, LinkTargets, TypeFields, ReferenceTitles, EditMerging,
  VersionDifferences,
]; // prettier-ignore

/** Drafts and revisions of anything with content. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Revision, WorkingCopy])],
  providers: services,
  exports: services,
})
export class RevisionsModule {}
