import { Injectable } from '@nestjs/common';
import { Action, Hooks, invalid, type WriteCtx } from '@pipit/kernel';
import { titleOfRecord } from '@pipit/records';
import { Locks } from '@pipit/revisions';
import { SnippetAccess, type SnippetWish } from '../actions/snippet-access.js';
import { auditSubject } from '../actions/snippet-writer.js';
import { SnippetLocked } from '../events.js';
import { BeforeSnippetLock } from '../hooks.js';
import { withoutDrafts } from '../snippet-values.js';

/** Keeps everybody else from changing a snippet. */
@Injectable()
export class LockSnippet extends Action<SnippetWish, void> {
  constructor(
    private readonly access: SnippetAccess,
    private readonly locks: Locks,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, wish: SnippetWish): Promise<void> {
    const { type, row, draft } = await this.access.take(ctx, wish, 'snippet.lock');
    if (!type.drafts) throw withoutDrafts(type);
    const title = titleOfRecord(type, row.id, draft);
    const subject = { type: type.name, id: row.id };
    if ((await this.locks.of(ctx, subject)).locked) throw invalid(`“${title}” is locked already.`);
    await this.hooks.run(new BeforeSnippetLock(ctx, { type, id: row.id }));
    await this.locks.set(ctx, subject);
    ctx.record({ action: 'snippet.lock', subject: auditSubject(type, row, draft) });
    ctx.emit(new SnippetLocked(type.name, row.id, title));
  }
}
