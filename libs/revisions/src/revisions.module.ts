import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ContentCopies } from './content/content-copies.js';
import { ContentStore } from './content/content-store.js';
import { ImportContent } from './content/import-content.js';
import { LinkTargets } from './content/link-targets.js';
import { TypeFields } from './content/type-fields.js';
import { Revision } from './revision.entity.js';
import { Revisions } from './revisions.js';
import { WorkingCopy } from './working-copy.entity.js';

/** Drafts and revisions of anything with content. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Revision, WorkingCopy])],
  providers: [Revisions, ContentStore, ContentCopies, ImportContent, LinkTargets, TypeFields],
  exports: [Revisions, ContentStore, ContentCopies, ImportContent, LinkTargets, TypeFields],
})
export class RevisionsModule {}
