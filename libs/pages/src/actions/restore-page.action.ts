import { Injectable } from '@nestjs/common';
import { Action, Hooks, invalid, type WriteCtx } from '@pipit/kernel';
import { Schedules } from '@pipit/revisions';
import { PageTypes } from '../content/page-types.js';
import { pageNotFound } from '../errors.js';
import { PageRestored } from '../events.js';
import { BeforeRestore } from '../hooks.js';
import { Page } from '../page.entity.js';
import { plannedBelow } from '../scheduling/planned-below.js';
import { TrashEntry } from '../trash/trash-entry.entity.js';
import { TrashList } from '../trash/trash-list.js';
import { SharedCarrier } from '../translations/shared-carrier.js';
import { PageTree } from '../tree/page-tree.js';
import { PageUrls } from '../tree/page-urls.js';
import { subtreeRange } from '../tree/paths.js';
import { TRASH_PATH } from '../tree/roots.js';
import { freeSlug } from '../tree/slugs.js';
import { TreeRules } from '../tree/tree-rules.js';
import { PageWriter, auditSubject } from './page-writer.js';
import { SubtreeRights } from './subtree-rights.js';

/** What comes back, and where to when its former parent is gone. */
export interface RestorePageInput {
  readonly pageId: number;
  readonly parentId?: number;
}

/** Takes a deleted page and all below it out of the trash, to where it stood. */
@Injectable()
export class RestorePage extends Action<RestorePageInput, Page> {
  constructor(
    private readonly rights: SubtreeRights,
    private readonly types: PageTypes,
    private readonly rules: TreeRules,
    private readonly tree: PageTree,
    private readonly urls: PageUrls,
    private readonly writer: PageWriter,
    private readonly trash: TrashList,
    private readonly carrier: SharedCarrier,
    private readonly hooks: Hooks,
    private readonly schedules: Schedules,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, input: RestorePageInput): Promise<Page> {
    await this.tree.lockForMove(ctx);
    const entry = await ctx.manager.findOneBy(TrashEntry, { pageId: input.pageId });
    if (!entry) throw pageNotFound(input.pageId);
    // Whoever may put pages elsewhere may not take from there what others deleted here.
    if (input.parentId !== undefined) await this.trash.get(ctx, input.pageId);
    const parent = await this.parentOf(ctx, input.parentId ?? entry.formerParentId);
    const page = await this.tree.lockPage(ctx, entry.pageId);
    // Whoever could delete it there may take it back.
    await this.rights.require(ctx, page, 'page.delete', parent.path);
    await this.rights.requireForLive(ctx, page, [parent.path]);
    await this.rules.require(ctx, this.types.of(page), parent);
    await this.hooks.run(new BeforeRestore(ctx, page, parent));
    const formerSlug = page.slug;
    const slug = await freeSlug(ctx, parent.id, formerSlug, page.id);
    await this.tree.changeSlug(ctx, page, slug);
    const before = await this.formerNeighbour(ctx, parent.id, entry.formerSortKey);
    const restored = await this.tree.move(ctx, page.id, parent.id, before);
    await ctx.manager.delete(TrashEntry, { pageId: page.id });
    if (slug !== formerSlug) await this.writer.noteSlug(ctx, restored, formerSlug);
    await this.rejoin(ctx, restored);
    await this.urls.refresh(ctx, restored);
    await this.schedules.resume(ctx, 'page', await plannedBelow(ctx, restored));
    ctx.record({ action: 'page.restore', subject: auditSubject(restored), data: { urlPath: restored.urlPath } });
    ctx.emit(new PageRestored(restored));
    return restored;
  }

  /** Values that translations share may have changed meanwhile. */
  private async rejoin(ctx: WriteCtx, { path }: Page): Promise<void> {
    const { from, to } = subtreeRange(path);
    const rows: { id: number }[] = await ctx.manager.query('SELECT id FROM page WHERE path >= $1 AND path < $2', [
      from,
      to,
    ]);
    await this.carrier.rejoin(
      ctx,
      rows.map(({ id }) => id),
      this.writer,
    );
  }

  private async parentOf(ctx: WriteCtx, id: number | null): Promise<Page> {
    const parent = id === null ? null : await ctx.manager.findOneBy(Page, { id });
    if (parent && !parent.path.startsWith(TRASH_PATH)) return parent;
    throw invalid('The page above it is gone. Choose where it is to stand.', [
      { path: '/parentId', code: 'parent_gone', message: 'Choose a place.' },
    ]);
  }

  private async formerNeighbour(ctx: WriteCtx, parentId: number, sortKey: string): Promise<number | null> {
    const rows: { id: number }[] = await ctx.manager.query(
      'SELECT id FROM page WHERE parent_id = $1 AND sort_key > $2 ORDER BY sort_key LIMIT 1',
      [parentId, sortKey],
    );
    return rows[0]?.id ?? null;
  }
}
