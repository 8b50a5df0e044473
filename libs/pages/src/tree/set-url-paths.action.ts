import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { Action, forbidden, type WriteCtx } from '@pipit/kernel';
import { ROOT_ID } from '../page.entity.js';
import { PageTree } from './page-tree.js';
import { PageUrls } from './page-urls.js';
import { ROOT_PATH } from './roots.js';

/** Derives the URL paths of all pages anew from their slugs, and the addresses of all live ones from these. */
@Injectable()
export class SetUrlPaths extends Action<void, { readonly pages: number }> {
  constructor(
    private readonly policy: Policy,
    private readonly tree: PageTree,
    private readonly urls: PageUrls,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx): Promise<{ pages: number }> {
    if (!(await this.policy.holds(ctx, 'page.edit', { kind: 'everywhere' })))
      throw forbidden('Only administrators mend the tree.');
    await this.tree.lockForMove(ctx);
    const [changed]: { pages: number }[] = await ctx.manager.query(
      `WITH RECURSIVE derived AS (
         SELECT id, '/'::text AS url_path FROM page WHERE parent_id IS NULL
         UNION ALL
         SELECT p.id, d.url_path || p.slug || '/' FROM page p JOIN derived d ON d.id = p.parent_id),
       mended AS (
         UPDATE page SET url_path = d.url_path FROM derived d
          WHERE d.id = page.id AND page.url_path <> d.url_path RETURNING 1)
       SELECT count(*)::int AS pages FROM mended`,
    );
    await this.urls.refresh(ctx, { path: ROOT_PATH });
    const subject = { type: 'page', id: ROOT_ID, label: 'Page tree' };
    ctx.record({ action: 'tree.setUrlPaths', subject, data: { ...changed } });
    return changed!;
  }
}
