import { Injectable } from '@nestjs/common';
import { problemOf, ViewRestriction } from '@pipit/access';
import { Action, Hooks, forbidden, inUse, type WriteCtx } from '@pipit/kernel';
import { ReferenceIndex, UsedIn, type Things } from '@pipit/references';
import { Revisions } from '@pipit/revisions';
import { SearchIndexing } from '@pipit/search';
import { In } from 'typeorm';
import { auditSubject } from '../actions/page-writer.js';
import type { Page } from '../page.entity.js';
import { nameOf, pagesBelow } from '../references/subtree-things.js';
import { PageTree } from '../tree/page-tree.js';
import { subtreeRange } from '../tree/paths.js';
import { PagePurged } from './events.js';
import { BeforePurge } from './hooks.js';
import { redirectsTo, TrashList } from './trash-list.js';

/** What goes for good. */
export interface PurgePageInput {
  /** Top of what was deleted. */
  readonly pageId: number;
  /** Even when content elsewhere or a redirect points at it or below it: these are left without a target. */
  readonly force?: boolean;
}

/** Deletes a page that is in the trash, and all that was below it, for good. What was done to it stays in the log. */
@Injectable()
export class PurgePage extends Action<PurgePageInput, { readonly pages: number }> {
  constructor(
    private readonly tree: PageTree,
    private readonly trash: TrashList,
    private readonly usedIn: UsedIn,
    private readonly references: ReferenceIndex,
    private readonly revisions: Revisions,
    private readonly search: SearchIndexing,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, { pageId, force = false }: PurgePageInput): Promise<{ pages: number }> {
    await this.tree.lockForMove(ctx);
    const { can } = await this.trash.get(ctx, pageId);
    if (!can.purge) throw forbidden('You need the permission to publish where this page stood.');
    const page = await this.tree.get(ctx, pageId);
    // Whoever is about to point at one of them waits here, or is seen by the question that follows.
    await lockForGood(ctx, page);
    const things = await pagesBelow(ctx, page);
    if (!force) await this.requireUnused(ctx, page, things);
    await this.hooks.run(new BeforePurge(ctx, page));
    await this.remove(ctx, page, things.ids as number[]);
    const pages = things.ids.length;
    ctx.record({ action: 'page.purge', subject: auditSubject(page), data: { pages, force } });
    ctx.emit(new PagePurged(page));
    return { pages };
  }

  private async requireUnused(ctx: WriteCtx, page: Page, things: Things): Promise<void> {
    await this.usedIn.requireUnused(ctx, nameOf(page, things.ids.length), things);
    const redirects = await redirectsTo(ctx, things.ids as number[]);
    if (redirects.length === 0) return;
    const words = redirects.length === 1 ? 'A redirect leads' : 'Redirects lead';
    throw inUse(`${words} to ${nameOf(page, things.ids.length)} from ${redirects.join(', ')}.`, [], { redirects });
  }

  /** Typed rows, child rows, addresses and redirects go with the pages; what knows them by their ids alone goes first. */
  private async remove(ctx: WriteCtx, page: Page, ids: readonly number[]): Promise<void> {
    await this.revisions.forgetAll(ctx, 'page', ids);
    await this.references.forget(
      ctx,
      ids.map((id) => ({ type: 'page', id })),
    );
    await ctx.manager.delete(ViewRestriction, { kind: 'page', targetId: In([...ids]) });
    const { from, to } = subtreeRange(page.path);
    try {
      await ctx.manager.query('DELETE FROM page WHERE path >= $1 AND path < $2', [from, to]);
    } catch (error) {
      if (problemOf(error).status !== 409) throw error;
      throw inUse(`${nameOf(page, ids.length)} is needed by rows of the database that name it.`);
    }
    await ctx.manager.query('UPDATE page SET child_count = child_count - 1 WHERE id = $1', [page.parentId]);
    await this.search.refresh(ctx, 'page', ids);
  }
}

async function lockForGood(ctx: WriteCtx, page: Page): Promise<void> {
  const { from, to } = subtreeRange(page.path);
  await ctx.manager.query('SELECT id FROM page WHERE path >= $1 AND path < $2 ORDER BY path FOR UPDATE', [from, to]);
}
