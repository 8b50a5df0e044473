import { Injectable } from '@nestjs/common';
import { Action, notFound, type WriteCtx } from '@pipit/kernel';
import { PageAccess } from '../actions/page-access.js';
import { auditSubject } from '../actions/page-writer.js';
import { PageAddresses } from './page-addresses.js';

/** A former address of a page. */
export interface ForgetAddressInput {
  readonly pageId: number;
  readonly siteId: number;
  /** As readers write it: `/blog/x/`. */
  readonly path: string;
}

/** Lets a former address of a page lead nowhere any more. */
@Injectable()
export class ForgetAddress extends Action<ForgetAddressInput, void> {
  constructor(
    private readonly access: PageAccess,
    private readonly addresses: PageAddresses,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, { pageId, siteId, path }: ForgetAddressInput): Promise<void> {
    const page = await this.access.take(ctx, pageId, 'page.publish');
    if (!(await this.addresses.forget(ctx, pageId, siteId, path)))
      throw notFound(`“${page.draftTitle}” has no former address ${path.slice(0, 200)} on this site.`);
    ctx.record({ action: 'page.forgetAddress', subject: auditSubject(page), data: { siteId, path } });
  }
}
