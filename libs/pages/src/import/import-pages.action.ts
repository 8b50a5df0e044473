import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { Action, insertRows, invalid, keepSequenceAhead, newUuid, type WriteCtx } from '@pipit/kernel';
import { Page, ROOT_ID, TRASH_ID } from '../page.entity.js';
import { PageTree } from '../tree/page-tree.js';
import { placeImportedPages } from './place-pages.js';

/** A page of another system, with its id. Dates are ISO texts, so that their microseconds survive. */
export interface ImportedPage {
  readonly id: number;
  readonly parentId: number;
  readonly type: string;
  readonly title: string;
  readonly draftTitle: string;
  readonly slug: string;
  readonly localeId: number;
  readonly translationKey: string;
  readonly live: boolean;
  readonly hasUnpublishedChanges: boolean;
  readonly firstPublishedAt: string | null;
  readonly lastPublishedAt: string | null;
  readonly goLiveAt: string | null;
  readonly expireAt: string | null;
  readonly expired: boolean;
  readonly ownerId: number | null;
  readonly locked: boolean;
  readonly lockedById: number | null;
  readonly lockedAt: string | null;
  readonly aliasOfId: number | null;
  readonly latestRevisionId: number | null;
  readonly liveRevisionId: number | null;
  readonly latestRevisionCreatedAt: string | null;
  readonly seoTitle: string;
  readonly searchDescription: string;
  readonly showInMenus: boolean;
}

/** Whole trees below the root. */
export interface ImportPagesInput {
  /** Siblings in their order. */
  readonly pages: readonly ImportedPage[];
}

/**
 * Takes over pages of another system: their rows in the tree, positions and URL paths. Only into an empty tree, as
 * ids are kept. Contents, revisions and addresses are the caller's next steps, in the same transaction.
 */
@Injectable()
export class ImportPages extends Action<ImportPagesInput, void> {
  constructor(
    private readonly policy: Policy,
    private readonly tree: PageTree,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, { pages }: ImportPagesInput): Promise<void> {
    await this.tree.lockForMove(ctx);
    const root = await this.tree.lockPage(ctx, ROOT_ID);
    await this.policy.require(ctx, 'page.add', { kind: 'page', path: root.path });
    await this.policy.require(ctx, 'page.publish', { kind: 'page', path: root.path });
    await requireEmptyTree(ctx);
    const placed = placeImportedPages(pages);
    const lost = pages.filter((page) => !placed.has(page.id));
    if (lost.length > 0) throw invalid(`${lost.length} pages have no parent, the first is page ${lost[0]!.id}.`);
    const rows = pages.map(({ aliasOfId, ...page }) => ({ ...page, ...placed.get(page.id), uuid: newUuid() }));
    // Parents first: a row may only name a parent which is there.
    await insertRows(
      ctx.manager,
      Page,
      rows.sort((a, b) => (a.depth ?? 0) - (b.depth ?? 0)),
    );
    await linkAliases(ctx, pages);
    const topPages = pages.filter((page) => page.parentId === ROOT_ID).length;
    await ctx.manager.query('UPDATE page SET child_count = $2 WHERE id = $1', [ROOT_ID, topPages]);
    if (pages.length > 0) await keepSequenceAhead(ctx.manager, 'page', Math.max(...pages.map((page) => page.id)));
    for (const page of pages) {
      ctx.record({ action: 'page.import', subject: { type: 'page', id: page.id, label: page.draftTitle } });
    }
  }
}

async function requireEmptyTree(ctx: WriteCtx): Promise<void> {
  const [found]: { count: number }[] = await ctx.manager.query(
    'SELECT count(*)::int AS count FROM page WHERE id NOT IN ($1, $2)',
    [ROOT_ID, TRASH_ID],
  );
  if (found!.count > 0)
    throw invalid(`There are ${found!.count} pages already. Pages are imported into an empty tree.`);
}

/** Afterwards, as an alias may stand before the page it mirrors. */
async function linkAliases(ctx: WriteCtx, pages: readonly ImportedPage[]): Promise<void> {
  const aliases = pages.filter((page) => page.aliasOfId !== null);
  if (aliases.length === 0) return;
  await ctx.manager.query(
    `UPDATE page SET alias_of_id = given.target FROM unnest($1::int[], $2::int[]) AS given (id, target)
      WHERE page.id = given.id`,
    [aliases.map((page) => page.id), aliases.map((page) => page.aliasOfId)],
  );
}
