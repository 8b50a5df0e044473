import { titleOfRecord } from '@pipit/records';
import { Injectable } from '@nestjs/common';
import { Action, Hooks, invalid, type WriteCtx } from '@pipit/kernel';
import { SnippetUnpublished } from '../events.js';
import { BeforeSnippetUnpublish } from '../hooks.js';
import { hasDrafts } from '../snippet-row.js';
import { withoutDrafts } from '../snippet-values.js';
import { SnippetAccess, type SnippetWish } from './snippet-access.js';
import { SnippetWriter, auditSubject } from './snippet-writer.js';

/** Hides a snippet from readers. Its content, its versions and what links to it stay. */
@Injectable()
export class UnpublishSnippet extends Action<SnippetWish, void> {
  constructor(
    private readonly access: SnippetAccess,
    private readonly writer: SnippetWriter,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, wish: SnippetWish): Promise<void> {
    const { type, row, draft } = await this.access.take(ctx, wish, 'snippet.publish');
    if (!hasDrafts(type, row)) throw withoutDrafts(type);
    const title = titleOfRecord(type, row.id, draft);
    if (!row.live) throw invalid(`“${title}” is not live.`);
    await this.hooks.run(new BeforeSnippetUnpublish(ctx, { type, id: row.id }));
    row.version += 1;
    row.updatedAt = new Date();
    await this.writer.withdraw(ctx, type, row, draft);
    ctx.record({ action: 'snippet.unpublish', subject: auditSubject(type, row, draft) });
    ctx.emit(new SnippetUnpublished(type.name, row.id, title));
  }
}
