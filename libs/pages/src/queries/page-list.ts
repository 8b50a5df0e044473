import { Inject, Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import type { ChildOrder } from '@pipit/content-types';
import { actorUserId, type Ctx, type Paged } from '@pipit/kernel';
import { Locks, Schedules, plansOf } from '@pipit/revisions';
import { ADDRESS_OPTIONS, type AddressOptions } from '../addresses/address-options.js';
import { SITE_ROOTS } from '../addresses/site-roots.js';
import { PageTypes } from '../content/page-types.js';
import { ROOT_ID } from '../page.entity.js';
import { pageRow, type PageRow, type PageState, type RawPageRow } from './page-row.js';

/** Orders a list of pages can have. */
export const PAGE_ORDERS = ['tree', 'title', '-title', 'updated', '-updated', 'published', '-published'] as const;
export type PageOrder = (typeof PAGE_ORDERS)[number];

/** A part of the pages that match, and the order they were answered in. */
export interface PagesInOrder extends Paged<PageRow> {
  readonly order: PageOrder;
}

/** Which pages, in which order, from where on. */
export interface PageListQuery {
  /** Children of that page. */
  readonly parentId?: number;
  readonly ids?: readonly number[];
  /** Those pages and all below them. */
  readonly within?: readonly number[];
  /** Words of the draft title or the slug. */
  readonly q?: string;
  /** One of these types. */
  readonly types?: readonly string[];
  readonly state?: PageState;
  readonly locale?: string;
  /** Default: as the type of the parent says, else as they stand in the tree. */
  readonly order?: PageOrder;
  readonly limit: number;
  readonly offset: number;
}

const ORDER_SQL: Readonly<Record<PageOrder, string>> = {
  tree: 'p.path',
  title: 'lower(p.draft_title), p.path',
  '-title': 'lower(p.draft_title) DESC, p.path',
  updated: 'p.latest_revision_created_at NULLS FIRST, p.path',
  '-updated': 'p.latest_revision_created_at DESC NULLS LAST, p.path',
  published: 'p.first_published_at NULLS LAST, p.path',
  '-published': 'p.first_published_at DESC NULLS FIRST, p.path',
};

const CHILD_ORDERS: Readonly<Record<ChildOrder, PageOrder>> = {
  manual: 'tree',
  title: 'title',
  '-title': '-title',
  latestRevisionCreatedAt: 'updated',
  '-latestRevisionCreatedAt': '-updated',
  firstPublishedAt: 'published',
  '-firstPublishedAt': '-published',
};

const SCHEDULED = `p.id IN (SELECT subject_id FROM schedule
  WHERE subject_type = 'page' AND kind = 'goLive' AND failed_at IS NULL)`;

const STATE_SQL: Readonly<Record<PageState, string>> = {
  draft: `NOT p.live AND NOT p.expired AND NOT ${SCHEDULED}`,
  live: 'p.live AND NOT p.has_unpublished_changes',
  'live-changed': 'p.live AND p.has_unpublished_changes',
  scheduled: `NOT p.live AND NOT p.expired AND ${SCHEDULED}`,
  expired: 'NOT p.live AND p.expired',
};

/** Lists pages of the management API: only those the acting person may see, each with what they may do. */
@Injectable()
export class PageList {
  constructor(
    private readonly policy: Policy,
    private readonly types: PageTypes,
    private readonly locks: Locks,
    private readonly schedules: Schedules,
    @Inject(ADDRESS_OPTIONS) private readonly addresses: AddressOptions,
  ) {}

  /** The pages that match, and how many there are in all. */
  async list(ctx: Ctx, query: PageListQuery): Promise<PagesInOrder> {
    const order = query.order ?? (await this.childOrder(ctx, query.parentId));
    const params: unknown[] = [];
    const where = [...(await this.visible(ctx, params)), ...conditions(query, params)];
    const whereParams = [...params];
    const rows = await this.select(ctx, where, params, ORDER_SQL[order], query);
    const total = rows[0] ? Number(rows[0].total) : await this.count(ctx, where, whereParams);
    return { total, order, items: await this.print(ctx, rows) };
  }

  /** One page the acting person may see; null otherwise. The tree's root is included. */
  async find(ctx: Ctx, id: number): Promise<PageRow | null> {
    const params: unknown[] = [id];
    const visible = await this.visible(ctx, params, true);
    const rows = await this.select(ctx, ['p.id = $1', ...visible], params, 'p.path', { limit: 1, offset: 0 });
    return (await this.print(ctx, rows))[0] ?? null;
  }

  private async print(ctx: Ctx, rows: readonly RawPageRow[]): Promise<PageRow[]> {
    const ids = rows.map(({ id }) => id);
    const pending = await this.schedules.ofMany(ctx, 'page', ids);
    return rows.map((row) =>
      pageRow(row, this.types.of(row), this.addresses.prefixedLocales, plansOf(pending.get(row.id))),
    );
  }

  /** The pages above one, from the top down, the root left out. */
  async ancestors(ctx: Ctx, id: number): Promise<{ id: number; title: string }[]> {
    return ctx.manager.query(
      `SELECT a.id, a.draft_title AS title FROM page p
         JOIN page a ON p.path > a.path AND p.path < left(a.path, -1) || '/'
        WHERE p.id = $1 AND a.id <> $2 ORDER BY a.path`,
      [id, ROOT_ID],
    );
  }

  /** How the type of a page says its children are listed. */
  private async childOrder(ctx: Ctx, parentId: number | undefined): Promise<PageOrder> {
    if (parentId === undefined) return 'tree';
    const [parent]: { type: string }[] = await ctx.manager.query('SELECT type FROM page WHERE id = $1', [parentId]);
    return CHILD_ORDERS[(parent && this.types.of(parent).traits.childOrder) ?? 'manual'];
  }

  /** In the tree, and permitted itself or on the way to something permitted. */
  private async visible(ctx: Ctx, params: unknown[], withRoot = false): Promise<string[]> {
    const inTree = withRoot ? `p.path < 't'` : `p.path < 't' AND p.parent_id IS NOT NULL`;
    const any = async (alias: string): Promise<string> => {
      const parts = [];
      const mark = params.length;
      for (const permission of ['page.add', 'page.edit', 'page.publish', 'page.delete', 'page.lock', 'page.unlock']) {
        parts.push(await this.policy.predicate(ctx, permission, { kind: 'page', alias }, params));
      }
      if (!parts.includes('TRUE')) return `(${parts.join(' OR ')})`;
      // Postgres refuses parameters that no longer occur in the statement.
      params.length = mark;
      return 'TRUE';
    };
    const own = await any('p');
    if (own === 'TRUE') return [inTree];
    const below = `EXISTS (SELECT FROM page d WHERE d.path > p.path AND d.path < left(p.path, -1) || '/' AND ${await any('d')})`;
    return [inTree, `(${own} OR ${below})`];
  }

  /** For parts beyond the end, where no row carries the total. */
  private async count(ctx: Ctx, where: string[], params: unknown[]): Promise<number> {
    const rows: { total: number }[] = await ctx.manager.query(
      `SELECT count(*)::int AS total FROM page p JOIN locale l ON l.id = p.locale_id WHERE ${where.join(' AND ')}`,
      params,
    );
    return rows[0]!.total;
  }

  private async select(
    ctx: Ctx,
    where: string[],
    params: unknown[],
    order: string,
    { limit, offset }: { limit: number; offset: number },
  ): Promise<RawPageRow[]> {
    const can = async (permission: string) =>
      this.policy.predicate(ctx, permission, { kind: 'page', alias: 'p' }, params);
    const [add, edit, publish, remove, lock, unlock] = [
      await can('page.add'),
      await can('page.edit'),
      await can('page.publish'),
      await can('page.delete'),
      await can('page.lock'),
      await can('page.unlock'),
    ];
    params.push(actorUserId(ctx.actor), limit, offset);
    const n = params.length;
    const held = this.locks.heldSql(ctx, 'p');
    return ctx.manager.query(
      `WITH root AS MATERIALIZED (SELECT * FROM (${SITE_ROOTS}) r WHERE ${this.addresses.i18n} OR r.is_own),
            matching AS (SELECT p.*, count(*) OVER () AS total FROM page p JOIN locale l ON l.id = p.locale_id
                          WHERE ${where.join(' AND ')} ORDER BY ${order} LIMIT $${n - 1} OFFSET $${n})
       SELECT p.id, p.uuid, p.type, p.draft_title AS title, p.slug, p.live, p.expired, p.depth, p.locked, l.code AS locale,
              p.has_unpublished_changes AS "hasUnpublishedChanges",
              p.parent_id AS "parentId", p.child_count AS "childCount", p.total,
              p.first_published_at AS "firstPublishedAt", p.last_published_at AS "lastPublishedAt",
              p.latest_revision_created_at AS "updatedAt", u.id AS "userId", u.name AS "userName",
              site.path AS "sitePath", site.hostname AS "siteHost", site.port AS "sitePort", site.locale AS "siteLocale",
              (p.first_published_at IS NULL AND p.owner_id = $${n - 2}::int) IS TRUE AS "neverLiveOwn",
              (${add}) AS "canAdd", (${edit}) AS "canEdit", (${publish}) AS "canPublish", (${remove}) AS "canDelete",
              (${lock}) AS "canLock", (${unlock}) AS "canUnlock", ${held} AS held, p.locked_at AS "lockedAt",
              locker.id AS "lockerId", locker.name AS "lockerName", locker.id = $${n - 2}::int AS "ownLock"
         FROM matching p
         JOIN locale l ON l.id = p.locale_id
         LEFT JOIN revision r ON r.id = p.latest_revision_id
         LEFT JOIN user_account u ON u.id = r.user_id
         LEFT JOIN user_account locker ON locker.id = p.locked_by_id
         LEFT JOIN LATERAL (
           SELECT '/' || substr(p.url_path, length(r.url_path) + 1) AS path, r.hostname, r.port, r.locale FROM root r
            WHERE p.path >= r.path AND p.path < left(r.path, -1) || '/' ORDER BY r.rank LIMIT 1) site ON true
        ORDER BY ${order}`,
      params,
    );
  }
}

function conditions(query: PageListQuery, params: unknown[]): string[] {
  const found: string[] = [];
  const add = (sql: string, value: unknown): void => {
    params.push(value);
    found.push(sql.replaceAll('?', `$${params.length}`));
  };
  if (query.parentId !== undefined) add('p.parent_id = ?', query.parentId);
  if (query.ids) add('p.id = ANY(?::int[])', query.ids);
  if (query.within) {
    const above = "p.path >= a.path AND p.path < left(a.path, -1) || '/'";
    add(`EXISTS (SELECT FROM page a WHERE a.id = ANY(?::int[]) AND ${above})`, query.within);
  }
  if (query.types) add('p.type = ANY(?::text[])', query.types);
  if (query.locale) add('l.code = ?', query.locale);
  if (query.state) found.push(`(${STATE_SQL[query.state]})`);
  for (const word of query.q?.split(/\s+/).filter(Boolean) ?? []) {
    add('(p.draft_title ILIKE ? OR p.slug ILIKE ?)', `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  }
  return found;
}
