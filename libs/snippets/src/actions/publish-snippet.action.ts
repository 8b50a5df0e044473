import { Injectable } from '@nestjs/common';
import { Action, type WriteCtx } from '@pipit/kernel';
import { hasDrafts } from '../snippet-row.js';
import { withoutDrafts } from '../snippet-values.js';
import { SnippetAccess, type SnippetWish } from './snippet-access.js';
import { SnippetWriter } from './snippet-writer.js';

/** Makes the latest draft what readers see. */
@Injectable()
export class PublishSnippet extends Action<SnippetWish, void> {
  constructor(
    private readonly access: SnippetAccess,
    private readonly writer: SnippetWriter,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, wish: SnippetWish): Promise<void> {
    const { type, row, draft } = await this.access.take(ctx, wish, 'snippet.publish');
    if (!hasDrafts(type, row)) throw withoutDrafts(type);
    row.version += 1;
    row.updatedAt = new Date();
    await this.writer.publish(ctx, type, row, draft);
  }
}
