import { Injectable } from '@nestjs/common';
import { Action, Hooks, actorUserId, invalid, type WriteCtx } from '@pipit/kernel';
import { PageAccess } from '../actions/page-access.js';
import { PageWriter, auditSubject } from '../actions/page-writer.js';
import { PageLocked } from '../events.js';
import { BeforeLock } from '../hooks.js';
import type { Page } from '../page.entity.js';

/** Keeps everybody else from changing a page. */
@Injectable()
export class LockPage extends Action<{ readonly pageId: number }, Page> {
  constructor(
    private readonly access: PageAccess,
    private readonly writer: PageWriter,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, { pageId }: { readonly pageId: number }): Promise<Page> {
    const page = await this.access.take(ctx, pageId, 'page.lock');
    if (page.locked) throw invalid(`“${page.draftTitle}” is locked already.`);
    await this.hooks.run(new BeforeLock(ctx, page));
    page.locked = true;
    page.lockedById = actorUserId(ctx.actor);
    page.lockedAt = new Date();
    await this.writer.saveState(ctx, page);
    ctx.record({ action: 'page.lock', subject: auditSubject(page) });
    ctx.emit(new PageLocked(page));
    return page;
  }
}
