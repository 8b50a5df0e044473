import { Inject, Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import type { ChildOrder } from '@pipit/content-types';
import { actorUserId, kept, type Ctx, type Paged } from '@pipit/kernel';
import { Locks, Schedules, plansOf } from '@pipit/revisions';
import { ADDRESS_OPTIONS, type AddressOptions } from '../addresses/address-options.js';
import { SITE_ROOTS } from '../addresses/site-roots.js';
import { PageTypes } from '../content/page-types.js';
import { ROOT_ID } from '../page.entity.js';
import { partOf, type ListPart } from './list-part.js';
import type { PageOrder } from './page-orders.js';
import { pageRow, type PageRow, type PageState, type RawPageRow } from './page-row.js';

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

/** What is to be known of the page whose children are listed. */
interface ListParent {
  readonly type: string;
  readonly childCount: number;
}

/** SQL: the pages above the page `$1`, from the top down, the root left out. */
export const ANCESTORS = `WITH RECURSIVE above AS (
    SELECT a.id, a.draft_title, a.parent_id, a.depth FROM page p JOIN page a ON a.id = p.parent_id WHERE p.id = $1
    UNION ALL
    SELECT a.id, a.draft_title, a.parent_id, a.depth FROM above JOIN page a ON a.id = above.parent_id)
  SELECT id, draft_title AS title FROM above WHERE id <> ${ROOT_ID} ORDER BY depth`;

/** A page above another. */
export interface Ancestor {
  readonly id: number;
  readonly title: string;
}

/** The part of a list of one. */
const ONE: ListPart = { find: 'p.path', answer: 'p.path', limit: 1, offset: 0 };

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
    const parent = query.parentId === undefined ? null : await this.parent(ctx, query.parentId);
    const order = query.order ?? this.childOrder(parent);
    const params: unknown[] = [];
    const visible = await this.visible(ctx, params);
    const where = [...visible, ...conditions(query, params)];
    const isWholeLevel = parent !== null && visible.length === 1 && isParentAlone(query);
    const total = isWholeLevel ? parent.childCount : await this.count(ctx, where, [...params]);
    const rows = await this.select(ctx, where, params, partOf({ ...query, order }, total));
    return { total, order, items: await this.print(ctx, rows) };
  }

  /** One page the acting person may see; null otherwise. The tree's root is included. */
  async find(ctx: Ctx, id: number): Promise<PageRow | null> {
    const params: unknown[] = [id];
    const visible = await this.visible(ctx, params, true);
    const rows = await this.select(ctx, ['p.id = $1', ...visible], params, ONE, kept);
    return (await this.print(ctx, rows))[0] ?? null;
  }

  private async print(ctx: Ctx, rows: readonly RawPageRow[]): Promise<PageRow[]> {
    const ids = rows.filter(({ isPlanned }) => isPlanned).map(({ id }) => id);
    const pending = await this.schedules.ofMany(ctx, 'page', ids);
    return rows.map((row) =>
      pageRow(row, this.types.of(row), this.addresses.prefixedLocales, plansOf(pending.get(row.id))),
    );
  }

  /** The pages above one, from the top down, the root left out. */
  ancestors(ctx: Ctx, id: number): Promise<Ancestor[]> {
    return ctx.manager.query(kept(ANCESTORS), [id]);
  }

  /** Of the page whose children are asked for: null when there is none in the tree. */
  private async parent(ctx: Ctx, id: number): Promise<ListParent | null> {
    const rows: ListParent[] = await ctx.manager.query(
      `SELECT type, child_count AS "childCount" FROM page WHERE id = $1 AND path < 't'`,
      [id],
    );
    return rows[0] ?? null;
  }

  /** How the type of a page says its children are listed. */
  private childOrder(parent: ListParent | null): PageOrder {
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
    { find, answer, limit, offset }: ListPart,
    mark = (sql: string): string => sql,
  ): Promise<RawPageRow[]> {
    const can = async (permission: string) =>
      this.policy.predicate(ctx, permission, { kind: 'page', alias: 'p' }, params);
    const [add, edit, publish, remove, bulkDelete, lock, unlock] = [
      await can('page.add'),
      await can('page.edit'),
      await can('page.publish'),
      await can('page.delete'),
      await can('page.bulkDelete'),
      await can('page.lock'),
      await can('page.unlock'),
    ];
    params.push(actorUserId(ctx.actor), limit, offset);
    const n = params.length;
    const held = this.locks.heldSql(ctx, 'p', `$${n - 2}::int`);
    return ctx.manager.query(
      mark(`WITH root AS MATERIALIZED (SELECT * FROM (${SITE_ROOTS}) r WHERE ${this.addresses.i18n} OR r.is_own),
            matching AS (SELECT p.* FROM page p JOIN locale l ON l.id = p.locale_id
                          WHERE ${where.join(' AND ')} ORDER BY ${find} LIMIT $${n - 1} OFFSET $${n})
       SELECT p.id, p.uuid, p.type, p.draft_title AS title, p.slug, p.live, p.expired, p.depth, p.locked, l.code AS locale,
              p.has_unpublished_changes AS "hasUnpublishedChanges",
              p.parent_id AS "parentId", p.child_count AS "childCount",
              p.first_published_at AS "firstPublishedAt", p.last_published_at AS "lastPublishedAt",
              p.latest_revision_created_at AS "updatedAt", u.id AS "userId", u.name AS "userName",
              site.path AS "sitePath", site.hostname AS "siteHost", site.port AS "sitePort", site.locale AS "siteLocale",
              (p.owner_id = $${n - 2}::int) IS TRUE AS own,
              (${add}) AS "canAdd", (${edit}) AS "canEdit", (${publish}) AS "canPublish", (${remove}) AS "canDelete", (${bulkDelete}) AS "canBulkDelete",
              (${lock}) AS "canLock", (${unlock}) AS "canUnlock", ${held} AS held, p.locked_at AS "lockedAt",
              locker.id AS "lockerId", locker.name AS "lockerName", locker.id = $${n - 2}::int AS "ownLock",
              EXISTS (SELECT FROM schedule s WHERE s.subject_type = 'page' AND s.subject_id = p.id) AS "isPlanned",
              p.alias_of_id AS "aliasOfId", origin.draft_title AS "aliasOfTitle"
         FROM matching p
         JOIN locale l ON l.id = p.locale_id
         LEFT JOIN revision r ON r.id = p.latest_revision_id
         LEFT JOIN user_account u ON u.id = r.user_id
         LEFT JOIN page origin ON origin.id = p.alias_of_id
         LEFT JOIN user_account locker ON locker.id = p.locked_by_id
         LEFT JOIN LATERAL (
           SELECT '/' || substr(p.url_path, length(r.url_path) + 1) AS path, r.hostname, r.port, r.locale FROM root r
            WHERE p.path >= r.path AND p.path < left(r.path, -1) || '/' ORDER BY r.rank LIMIT 1) site ON true
        ORDER BY ${answer}`),
      params,
    );
  }
}

/** True when nothing but the parent chooses among pages. */
function isParentAlone({ parentId, order, limit, offset, ...rest }: PageListQuery): boolean {
  return Object.values(rest).every((value) => value === undefined || value === '');
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
