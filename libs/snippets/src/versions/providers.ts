import { NameSnippetRevision } from './name-snippet-revision.action.js';
import { SnippetComparison } from './snippet-comparison.js';
import { SnippetMerging } from './snippet-merging.js';
import { SnippetWorkingCopies } from './snippet-working-copies.js';

/** What deals with several versions of one snippet. */
export const VERSIONS = [SnippetMerging, SnippetWorkingCopies, SnippetComparison, NameSnippetRevision];
