import { NamePageRevision } from './name-page-revision.action.js';
import { PageComparison } from './page-comparison.js';
import { PageConflicts } from './page-conflicts.js';
import { PageMerging } from './page-merging.js';
import { PageTitles } from './page-titles.js';
import { PageVersionController } from './page-version.controller.js';
import { PageWorkingCopies } from './page-working-copies.js';
import { PageWorkingCopyController } from './page-working-copy.controller.js';

/** What deals with several versions of one page. */
export const VERSIONS = [PageConflicts, PageMerging, PageWorkingCopies, PageComparison, PageTitles, NamePageRevision];
export const VERSION_CONTROLLERS = [PageWorkingCopyController, PageVersionController];
