import { Injectable } from '@nestjs/common';
import { Action, Hooks, actorUserId, invalid, type WriteCtx } from '@pipit/kernel';
import { PageAccess } from '../actions/page-access.js';
import { PageWriter, auditSubject } from '../actions/page-writer.js';
import { PageUnlocked } from '../events.js';
import { BeforeUnlock } from '../hooks.js';
import type { Page } from '../page.entity.js';

/** Takes a page's lock off: one's own, or anybody's with the permission for it. */
@Injectable()
export class UnlockPage extends Action<{ readonly pageId: number }, Page> {
  constructor(
    private readonly access: PageAccess,
    private readonly writer: PageWriter,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, { pageId }: { readonly pageId: number }): Promise<Page> {
    const page = await this.access.takeLocked(ctx, pageId);
    const own = page.lockedById !== null && page.lockedById === actorUserId(ctx.actor);
    if (!own) await this.access.require(ctx, page, 'page.unlock');
    if (!page.locked) throw invalid(`“${page.draftTitle}” is not locked.`);
    await this.hooks.run(new BeforeUnlock(ctx, page));
    const lockedById = page.lockedById;
    page.locked = false;
    page.lockedById = null;
    page.lockedAt = null;
    await this.writer.saveState(ctx, page);
    ctx.record({ action: 'page.unlock', subject: auditSubject(page), data: { lockedById } });
    ctx.emit(new PageUnlocked(page));
    return page;
  }
}
