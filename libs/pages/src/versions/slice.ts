import type { Slice } from '../slice.js';
import { NamePageRevision } from './name-page-revision.action.js';
import { PageComparison } from './page-comparison.js';
import { PageConflicts } from './page-conflicts.js';
import { PageMerging } from './page-merging.js';
import { PageTitles } from './page-titles.js';
import { PageVersionController } from './page-version.controller.js';
import { PageWorkingCopies } from './page-working-copies.js';
import { PageWorkingCopyController } from './page-working-copy.controller.js';

/** What deals with several versions of one page: unsaved work, what is joined, compared and named. */
export const VERSIONS: Slice = {
  controllers: [PageWorkingCopyController, PageVersionController],
  providers: [PageWorkingCopies, PageConflicts, PageMerging, PageComparison, PageTitles, NamePageRevision],
};
