import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { forbidden, type WriteCtx } from '@pipit/kernel';
import { PageAccess } from '../actions/page-access.js';
import type { Page } from '../page.entity.js';

/** Who may translate: whoever may read what is translated, and add pages where the translation is to stand. */
@Injectable()
export class Translators {
  constructor(
    private readonly policy: Policy,
    private readonly access: PageAccess,
  ) {}

  /** Refuses people who may not read the page's draft, and with `subtree` those of all pages below. */
  async requireReadable(ctx: WriteCtx, page: Page, subtree: boolean): Promise<void> {
    const target = { kind: 'page', path: page.path } as const;
    if (await this.policy.can(ctx, 'page.publish', target)) return;
    if (subtree && page.childCount > 0) await this.access.require(ctx, page, 'page.edit');
    else await this.access.requireOn(ctx, page, 'page.edit');
  }

  /** Refuses people who may not add pages below one of these. */
  async requireAddBelow(ctx: WriteCtx, pageIds: readonly number[]): Promise<void> {
    if (pageIds.length === 0) return;
    const params: unknown[] = [pageIds];
    const mayAdd = await this.policy.predicate(ctx, 'page.add', { kind: 'page', alias: 'p' }, params);
    const closed: { title: string }[] = await ctx.manager.query(
      `SELECT p.draft_title AS title FROM page p WHERE p.id = ANY($1::int[]) AND NOT (${mayAdd}) LIMIT 1`,
      params,
    );
    if (closed.length > 0) throw forbidden('You may not add pages everywhere that this would.');
  }
}
