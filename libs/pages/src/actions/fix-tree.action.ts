import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { Action, forbidden, type WriteCtx } from '@pipit/kernel';
import { bringBackLostPages, findLostPages } from '../fixing/lost-pages.js';
import { findClashingSlugs, partSlugs } from '../fixing/sibling-slugs.js';
import type { TreeFault } from '../fixing/tree-fault.js';
import { TypedRows } from '../fixing/typed-rows.js';
import { ROOT_ID } from '../page.entity.js';
import { PageTree } from '../tree/page-tree.js';
import { PageUrls } from '../tree/page-urls.js';
import { freshKeys } from '../tree/sort-keys.js';
import { PageWriter } from './page-writer.js';

interface Derived {
  id: number;
  path: string;
  depth: number;
  urlPath: string;
  childCount: number;
  wrongPath: boolean;
  wrongDepth: boolean;
  wrongUrlPath: boolean;
  wrongChildCount: boolean;
}

/**
 * Derives paths, depths, child counts and URL paths anew from parents, sort keys and slugs, and mends what differs.
 * Before that, it opens circles of parents, parts siblings with one slug or one place, and writes missing typed rows.
 */
@Injectable()
export class FixTree extends Action<{ readonly dryRun: boolean }, TreeFault[]> {
  constructor(
    private readonly policy: Policy,
    private readonly tree: PageTree,
    private readonly urls: PageUrls,
    private readonly rows: TypedRows,
    private readonly writer: PageWriter,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, { dryRun }: { readonly dryRun: boolean }): Promise<TreeFault[]> {
    if (!(await this.policy.holds(ctx, 'page.edit', { kind: 'everywhere' })))
      throw forbidden('Only administrators mend the tree.');
    await this.tree.lockForMove(ctx);
    const faults = await this.mendGrounds(ctx, dryRun);
    const wrong = await this.findWrong(ctx);
    if (!dryRun && wrong.length > 0) await this.mend(ctx, wrong);
    faults.push(...wrong.flatMap(faultsOf));
    ctx.record({
      action: 'tree.fix',
      subject: { type: 'page', id: ROOT_ID, label: 'Page tree' },
      data: { dryRun, faults: faults.length },
    });
    return faults;
  }

  /** What all else is derived from: parents, slugs, sort keys, and the rows of types. */
  private async mendGrounds(ctx: WriteCtx, dryRun: boolean): Promise<TreeFault[]> {
    const lost = dryRun ? (await findLostPages(ctx)).map(({ id }) => id) : await bringBackLostPages(ctx);
    const clashing = await findClashingSlugs(ctx);
    if (!dryRun) await partSlugs(ctx, clashing, (page, former) => this.writer.noteSlug(ctx, page, former));
    const sharing = await this.findSharedPlaces(ctx);
    if (!dryRun && sharing.length > 0) await this.giveFreshKeys(ctx, sharing);
    const missing = await this.rows.findMissing(ctx);
    if (!dryRun) await this.rows.writeAnew(ctx, missing);
    const told = (ids: readonly number[], what: string): TreeFault[] => ids.map((pageId) => ({ pageId, what }));
    return [
      ...told(lost, 'no root above it'),
      ...told(clashing, 'the slug of a sibling'),
      ...told(
        sharing.map(({ id }) => id),
        'the place of a sibling',
      ),
      ...told(missing, 'no row of its type'),
    ];
  }

  /** Siblings with one sort key between them: their paths could not both be right. */
  private findSharedPlaces(ctx: WriteCtx): Promise<{ id: number; parentId: number }[]> {
    return ctx.manager.query(
      `SELECT id, parent_id AS "parentId" FROM (
         SELECT id, parent_id, row_number() OVER (PARTITION BY parent_id, sort_key ORDER BY id) AS place
           FROM page WHERE parent_id IS NOT NULL) AS placed
        WHERE place > 1 ORDER BY id`,
    );
  }

  /** All children of the parents concerned stay in their order; paths are mended afterwards, from the keys. */
  private async giveFreshKeys(ctx: WriteCtx, sharing: readonly { parentId: number }[]): Promise<void> {
    for (const parentId of new Set(sharing.map((page) => page.parentId))) {
      const children: { id: number }[] = await ctx.manager.query(
        'SELECT id FROM page WHERE parent_id = $1 ORDER BY sort_key, id',
        [parentId],
      );
      await ctx.manager.query(
        `UPDATE page SET sort_key = fresh.key FROM unnest($1::int[], $2::text[]) AS fresh (id, key) WHERE page.id = fresh.id`,
        [children.map(({ id }) => id), freshKeys(children.length)],
      );
    }
  }

  private findWrong(ctx: WriteCtx): Promise<Derived[]> {
    return ctx.manager.query(
      `WITH RECURSIVE derived AS (
         SELECT id, path, 1 AS depth, '/'::text AS url_path FROM page WHERE parent_id IS NULL
         UNION ALL
         SELECT p.id, d.path || p.sort_key || '.', d.depth + 1, d.url_path || p.slug || '/'
           FROM page p JOIN derived d ON d.id = p.parent_id),
       counted AS (SELECT parent_id AS id, count(*)::int AS children FROM page WHERE parent_id IS NOT NULL GROUP BY 1)
       SELECT d.id, d.path, d.depth, d.url_path AS "urlPath", coalesce(c.children, 0) AS "childCount",
              p.path <> d.path AS "wrongPath", p.depth <> d.depth AS "wrongDepth",
              p.url_path <> d.url_path AS "wrongUrlPath", p.child_count <> coalesce(c.children, 0) AS "wrongChildCount"
         FROM derived d JOIN page p ON p.id = d.id LEFT JOIN counted c ON c.id = d.id
        WHERE p.path <> d.path OR p.depth <> d.depth OR p.url_path <> d.url_path
           OR p.child_count <> coalesce(c.children, 0)
        ORDER BY d.path`,
    );
  }

  private async mend(ctx: WriteCtx, wrong: readonly Derived[]): Promise<void> {
    // Out of each other's way first: a right path may still be held by a page whose own path is wrong.
    const ids = wrong.map((page) => page.id);
    await ctx.manager.query(`UPDATE page SET path = '~' || id || '.' WHERE id = ANY($1::int[])`, [ids]);
    await ctx.manager.query(
      `UPDATE page SET path = d.path, depth = d.depth, url_path = d.url_path, child_count = d.children
         FROM unnest($1::int[], $2::text[], $3::int[], $4::text[], $5::int[]) AS d (id, path, depth, url_path, children)
        WHERE page.id = d.id`,
      [
        ids,
        wrong.map((page) => page.path),
        wrong.map((page) => page.depth),
        wrong.map((page) => page.urlPath),
        wrong.map((page) => page.childCount),
      ],
    );
    for (const page of wrong) await this.urls.refresh(ctx, page);
  }
}

function faultsOf(page: Derived): TreeFault[] {
  const faults: [boolean, string][] = [
    [page.wrongPath, 'wrong tree path'],
    [page.wrongDepth, 'wrong depth'],
    [page.wrongUrlPath, 'wrong URL path'],
    [page.wrongChildCount, 'wrong child count'],
  ];
  return faults.filter(([isWrong]) => isWrong).map(([, what]) => ({ pageId: page.id, what }));
}
