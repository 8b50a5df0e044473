import { Injectable } from '@nestjs/common';
import { Action, Hooks, invalid, type WriteCtx } from '@pipit/kernel';
import { PageAccess } from '../actions/page-access.js';
import { PageWriter, auditSubject } from '../actions/page-writer.js';
import { FirstRevisions } from '../copying/first-revisions.js';
import { PageAliasConverted } from '../events.js';
import { BeforeConvertAlias } from '../hooks.js';
import type { Page } from '../page.entity.js';
import { SharedCarrier } from '../translations/shared-carrier.js';
import { PageTree } from '../tree/page-tree.js';

/** Makes a mirror a page of its own, with what it shows now as its first version. */
@Injectable()
export class ConvertAlias extends Action<{ readonly pageId: number }, Page> {
  constructor(
    private readonly access: PageAccess,
    private readonly tree: PageTree,
    private readonly firstRevisions: FirstRevisions,
    private readonly carrier: SharedCarrier,
    private readonly writer: PageWriter,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, { pageId }: { readonly pageId: number }): Promise<Page> {
    const page = await this.access.takeToMove(ctx, pageId);
    if (page.aliasOfId === null) throw invalid(`“${page.draftTitle}” is a page of its own already.`);
    await this.hooks.run(new BeforeConvertAlias(ctx, page));
    await ctx.manager.query('UPDATE page SET alias_of_id = NULL WHERE id = $1', [page.id]);
    await this.firstRevisions.add(ctx, [page.id]);
    await this.carrier.rejoin(ctx, [page.id], this.writer);
    const converted = await this.tree.get(ctx, page.id);
    const data = { from: page.aliasOfId };
    const revisionId = converted.latestRevisionId;
    ctx.record({ action: 'page.convertAlias', subject: auditSubject(converted), revisionId, data });
    ctx.emit(new PageAliasConverted(converted));
    return converted;
  }
}
