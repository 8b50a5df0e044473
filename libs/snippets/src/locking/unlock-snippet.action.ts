import { Injectable } from '@nestjs/common';
import { Action, Hooks, actorUserId, invalid, type WriteCtx } from '@pipit/kernel';
import { titleOfRecord } from '@pipit/records';
import { Locks } from '@pipit/revisions';
import { SnippetAccess, type SnippetWish } from '../actions/snippet-access.js';
import { auditSubject } from '../actions/snippet-writer.js';
import { SnippetUnlocked } from '../events.js';
import { BeforeSnippetUnlock } from '../hooks.js';

/** Takes a snippet's lock off: one's own, or anybody's with the permission for it. */
@Injectable()
export class UnlockSnippet extends Action<SnippetWish, void> {
  constructor(
    private readonly access: SnippetAccess,
    private readonly locks: Locks,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, wish: SnippetWish): Promise<void> {
    const { type, row, draft } = await this.access.takeLocked(ctx, wish);
    const subject = { type: type.name, id: row.id };
    const { locked, lockedById } = await this.locks.of(ctx, subject);
    const own = lockedById !== null && lockedById === actorUserId(ctx.actor);
    if (!own) await this.access.require(ctx, type, 'snippet.unlock');
    const title = titleOfRecord(type, row.id, draft);
    if (!locked) throw invalid(`“${title}” is not locked.`);
    await this.hooks.run(new BeforeSnippetUnlock(ctx, { type, id: row.id }));
    await this.locks.clear(ctx, subject);
    ctx.record({ action: 'snippet.unlock', subject: auditSubject(type, row, draft), data: { lockedById } });
    ctx.emit(new SnippetUnlocked(type.name, row.id, title));
  }
}
