import { Injectable } from '@nestjs/common';
import { Action, type WriteCtx } from '@pipit/kernel';
import { PageSnapshots } from '../content/page-snapshots.js';
import type { Page } from '../page.entity.js';
import { PageAccess } from './page-access.js';
import { PageWriter } from './page-writer.js';

/** Which draft goes live. */
export interface PublishPageInput {
  readonly pageId: number;
  /** The revision the caller looked at; a newer one is not published unseen. */
  readonly baseRevisionId: number | null;
}

/** Makes the latest draft what readers see. */
@Injectable()
export class PublishPage extends Action<PublishPageInput, Page> {
  constructor(
    private readonly access: PageAccess,
    private readonly snapshots: PageSnapshots,
    private readonly writer: PageWriter,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, input: PublishPageInput): Promise<Page> {
    const page = await this.access.take(ctx, input.pageId, 'page.publish');
    await this.access.requireBase(ctx, page, input.baseRevisionId);
    await this.writer.publish(ctx, page, await this.snapshots.draftOf(ctx, page));
    return page;
  }
}
