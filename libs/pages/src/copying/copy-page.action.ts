import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { Action, Hooks, invalid, type WriteCtx } from '@pipit/kernel';
import { PageAccess } from '../actions/page-access.js';
import { SubtreeRights } from '../actions/subtree-rights.js';
import { PageFields } from '../content/page-fields.js';
import { PageTypes } from '../content/page-types.js';
import { PageCopied, PagePublished } from '../events.js';
import { BeforeCopy } from '../hooks.js';
import type { Page } from '../page.entity.js';
import { CopyRules } from './copy-rules.js';
import { requireNothingRevealed, requireNothingUnique } from './copied-fields.js';
import { namesOfCopy } from './copy-names.js';
import { PageTree } from '../tree/page-tree.js';
import { TreeSync } from '../translations/tree-sync.js';
import { SubtreeCopy } from './subtree-copy.js';

/** What is copied, where to and how. */
export interface CopyPageInput {
  readonly pageId: number;
  readonly parentId: number;
  /** The sibling in front of which the copy is to stand; default: behind the last. */
  readonly before?: number | null;
  /** With all pages below. */
  readonly recursive?: boolean;
  /** Of the copy; default: as the original's draft is called. Mirrors are called like their page. */
  readonly title?: string;
  /** Of the copy; default: the original's, with the first free suffix. */
  readonly slug?: string;
  /** Copies of live pages go live at once; otherwise all are drafts. */
  readonly keepLive?: boolean;
  /** Read-only mirrors that follow their pages, instead of pages of their own. */
  readonly alias?: boolean;
}

/**
 * Copies a page, or it and all below it, or mirrors them. Needs the right to edit the original, to add pages at the
 * target, and to publish there when something goes live; the rules of the tree hold for every copy.
 */
@Injectable()
export class CopyPage extends Action<CopyPageInput, Page> {
  constructor(
    private readonly access: PageAccess,
    private readonly rights: SubtreeRights,
    private readonly policy: Policy,
    private readonly types: PageTypes,
    private readonly fields: PageFields,
    private readonly rules: CopyRules,
    private readonly copies: SubtreeCopy,
    private readonly hooks: Hooks,
    private readonly tree: PageTree,
    private readonly trees: TreeSync,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, input: CopyPageInput): Promise<Page> {
    const { pageId, parentId, recursive = false, keepLive = false, alias = false } = input;
    const place = { pageId, parentId, recursive };
    if (this.trees.isOn) await this.tree.lockForMove(ctx);
    await this.rules.lockForCounts(ctx, place);
    await this.copies.lock(ctx, place);
    const source = await this.access.takeLocked(ctx, pageId);
    if (recursive) await this.rights.require(ctx, source, 'page.edit');
    else await this.access.requireOn(ctx, source, 'page.edit');
    const parent = await this.access.takeParent(ctx, parentId, 'page.add');
    // A mirror goes live whenever its page does, so whoever makes one publishes.
    if (alias) await this.policy.require(ctx, 'page.publish', { kind: 'page', path: parent.path });
    if (keepLive) await this.rights.requireForLive(ctx, source, [parent.path], recursive);
    const copying = { source, parent, recursive };
    await this.rules.require(ctx, copying);
    await requireNothingRevealed(ctx, this.fields, copying);
    if (keepLive && !alias) await requireNothingUnique(ctx, this.types, copying);
    const names = await namesOfCopy(ctx, source, parent, input);
    await this.requireSibling(ctx, parent, input.before ?? null);
    await this.hooks.run(new BeforeCopy(ctx, source, parent, { recursive, alias, keepLive }));
    const request = { ...copying, ...names, keepLive, before: input.before ?? null };
    const { root, ids } = await this.copies.copy(ctx, { ...request, as: alias ? 'alias' : 'copy' });
    await this.tell(ctx, root, ids, alias);
    if (!alias) await this.trees.made(ctx, root, parent, recursive);
    return root;
  }

  private async requireSibling(ctx: WriteCtx, parent: Page, before: number | null): Promise<void> {
    if (before === null) return;
    const found: unknown[] = await ctx.manager.query('SELECT 1 FROM page WHERE id = $1 AND parent_id = $2', [
      before,
      parent.id,
    ]);
    if (found.length > 0) return;
    const message = 'The page in front of which it is to stand is not there.';
    throw invalid(message, [{ path: '/before', code: 'no_sibling', message }]);
  }

  /** One line in the history of every copy; readers' caches are told of those that are live. */
  private async tell(ctx: WriteCtx, root: Page, ids: ReadonlyMap<number, number>, alias: boolean): Promise<void> {
    const made: (Pick<Page, 'id' | 'uuid' | 'type' | 'draftTitle' | 'urlPath' | 'live' | 'latestRevisionId'> & {
      origin: number;
    })[] = await ctx.manager.query(
      `SELECT p.id, p.uuid, p.type, p.draft_title AS "draftTitle", p.url_path AS "urlPath", p.live,
              p.latest_revision_id AS "latestRevisionId", copied.origin
         FROM unnest($1::int[], $2::int[]) AS copied (origin, id) JOIN page p ON p.id = copied.id ORDER BY p.path`,
      [[...ids.keys()], [...ids.values()]],
    );
    for (const { id, draftTitle, latestRevisionId, origin } of made) {
      const subject = { type: 'page', id, label: draftTitle };
      const action = alias ? 'page.createAlias' : 'page.copy';
      ctx.record({ action, subject, revisionId: latestRevisionId, data: { from: origin, pages: made.length } });
    }
    ctx.emit(new PageCopied(root, { from: made[0]!.origin, pages: made.length, alias }));
    for (const page of made.filter(({ live }) => live)) ctx.emit(new PagePublished(page));
  }
}
