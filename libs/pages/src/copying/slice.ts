import { SubtreeRights } from '../actions/subtree-rights.js';
import { Aliases } from '../aliases/aliases.js';
import { ConvertAlias } from '../aliases/convert-alias.action.js';
import { MoveChildren } from '../ordering/move-children.action.js';
import { ReorderChildren } from '../ordering/reorder-children.action.js';
import type { Slice } from '../slice.js';
import { PageTargets } from '../targets/page-targets.js';
import { SetUrlPaths } from '../tree/set-url-paths.action.js';
import { CopyPage } from './copy-page.action.js';
import { CopyRules } from './copy-rules.js';
import { CopyingController } from './copying.controller.js';
import { FirstRevisions } from './first-revisions.js';
import { SubtreeCopy } from './subtree-copy.js';

/** Copying, mirroring and ordering pages. */
export const COPYING: Slice = {
  controllers: [CopyingController],
  providers: [
    SubtreeCopy, FirstRevisions, CopyRules, SubtreeRights, Aliases, CopyPage, ConvertAlias, ReorderChildren,
    PageTargets, MoveChildren, SetUrlPaths,
  ], // prettier-ignore
};
