import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { notFound, type Ctx, type Paged } from '@pipit/kernel';
import { PageAddresses } from '../../addresses/page-addresses.js';
import { RedirectRules, type RedirectWarning } from '../redirect-rules.js';
import { SELECT_REDIRECTS, type RawRedirect } from './redirect-sql.js';

/** Orders a list of redirects can have. */
export const REDIRECT_ORDERS = ['oldPath', '-oldPath', 'createdAt', '-createdAt'] as const;
export type RedirectOrder = (typeof REDIRECT_ORDERS)[number];

/** Which redirects, in which order. */
export interface RedirectListQuery {
  /** Words of the path or of the address it leads to. */
  readonly q?: string;
  /** A site's id; null: those of all sites. Default: whichever. */
  readonly site?: number | null;
  readonly permanent?: boolean;
  /** True: former addresses of pages, and what an import says a move left; false: made by hand. */
  readonly automatic?: boolean;
  /** Only those that lead to that page. */
  readonly page?: number;
  readonly order?: RedirectOrder;
  readonly limit: number;
  readonly offset: number;
}

/** A redirect in a list. */
export interface RedirectRow {
  /** Null for a former address of a page: it follows from the page and has no row of its own. */
  readonly id: number | null;
  readonly oldPath: string;
  /** Null: on every site. */
  readonly site: { readonly id: number; readonly hostname: string; readonly name: string } | null;
  /** The page it leads to. Without a title when the acting person may not see it. */
  readonly page: { readonly id: number; readonly title: string | null; readonly live: boolean } | null;
  readonly pageRoutePath: string;
  readonly link: string;
  /** The whole address it leads to; null while there is none, as the page is not live. */
  readonly location: string | null;
  readonly isPermanent: boolean;
  readonly automatic: boolean;
  readonly createdAt: string;
}

/** A redirect with what is worth knowing about it. */
export interface RedirectDetail extends RedirectRow {
  readonly id: number;
  readonly warnings: readonly RedirectWarning[];
}

const ORDER_SQL: Readonly<Record<RedirectOrder, string>> = {
  oldPath: 'r.old_path, r.site_id NULLS FIRST',
  '-oldPath': 'r.old_path DESC, r.site_id NULLS FIRST',
  createdAt: 'r.created_at, r.old_path',
  '-createdAt': 'r.created_at DESC, r.old_path',
};

/** Reads redirects for the management API: those made by hand, and the former addresses of pages. */
@Injectable()
export class RedirectList {
  constructor(
    private readonly policy: Policy,
    private readonly rules: RedirectRules,
    private readonly addresses: PageAddresses,
  ) {}

  /** The redirects that match, and how many there are. */
  async list(ctx: Ctx, query: RedirectListQuery): Promise<Paged<RedirectRow>> {
    const params: unknown[] = [this.addresses.prefixedLocales];
    const where = conditions(query, params);
    const order = ORDER_SQL[query.order ?? 'oldPath'];
    const rows: (RawRedirect & { total: number })[] = await ctx.manager.query(
      `SELECT r.*, count(*) OVER ()::int AS total FROM (${SELECT_REDIRECTS}) r WHERE ${where}
        ORDER BY ${order} LIMIT $${params.length + 1} OFFSET $${params.length + 2}`,
      [...params, query.limit, query.offset],
    );
    const total = rows[0]?.total ?? (await this.count(ctx, where, params));
    return { total, items: await this.named(ctx, rows) };
  }

  /** One redirect made by hand, with warnings. */
  async get(ctx: Ctx, id: number): Promise<RedirectDetail> {
    const raw: RawRedirect[] = await ctx.manager.query(`SELECT r.* FROM (${SELECT_REDIRECTS}) r WHERE r.id = $2`, [
      this.addresses.prefixedLocales,
      id,
    ]);
    const [row] = await this.named(ctx, raw);
    if (!row) throw notFound(`There is no redirect ${id}.`);
    const warnings = await this.rules.warnings(ctx, { oldPath: row.oldPath, siteId: row.site?.id ?? null });
    return { ...row, id, warnings };
  }

  /** What the acting person may do with redirects. */
  async can(ctx: Ctx): Promise<{ add: boolean; edit: boolean; delete: boolean }> {
    return {
      add: await this.policy.can(ctx, 'redirect.add'),
      edit: await this.policy.can(ctx, 'redirect.edit'),
      delete: await this.policy.can(ctx, 'redirect.delete'),
    };
  }

  private async count(ctx: Ctx, where: string, params: readonly unknown[]): Promise<number> {
    const rows: { total: number }[] = await ctx.manager.query(
      `SELECT count(*)::int AS total FROM (${SELECT_REDIRECTS}) r WHERE ${where}`,
      [...params],
    );
    return rows[0]!.total;
  }

  private async named(ctx: Ctx, rows: readonly RawRedirect[]): Promise<RedirectRow[]> {
    const ids = rows.flatMap(({ page_id }) => page_id ?? []);
    const titles = await this.rules.titles(ctx, [...new Set(ids)]);
    return rows.map((raw) => rowOf(raw, titles));
  }
}

function rowOf(raw: RawRedirect, titles: ReadonlyMap<number, string>): RedirectRow {
  const { page_id: pageId, site_id: siteId } = raw;
  const toPage = raw.page_url === null ? null : raw.page_url + raw.page_route_path.replace(/^\//, '');
  return {
    id: raw.id,
    oldPath: raw.old_path,
    site: siteId === null ? null : { id: siteId, hostname: raw.hostname ?? '', name: raw.site_name ?? '' },
    page: pageId === null ? null : { id: pageId, title: titles.get(pageId) ?? null, live: raw.page_live === true },
    pageRoutePath: raw.page_route_path,
    link: raw.link,
    location: pageId === null ? raw.link || null : toPage,
    isPermanent: raw.is_permanent,
    automatic: raw.automatic,
    createdAt: raw.created_at.toISOString(),
  };
}

function conditions(query: RedirectListQuery, params: unknown[]): string {
  const found = ['TRUE'];
  const add = (sql: string, value: unknown): void => {
    params.push(value);
    found.push(sql.replaceAll('?', `$${params.length}`));
  };
  if (query.site === null) found.push('r.site_id IS NULL');
  else if (query.site !== undefined) add('r.site_id = ?', query.site);
  if (query.permanent !== undefined) add('r.is_permanent = ?', query.permanent);
  if (query.automatic !== undefined) add('r.automatic = ?', query.automatic);
  if (query.page !== undefined) add('r.page_id = ?', query.page);
  for (const word of query.q?.split(/\s+/).filter(Boolean) ?? []) {
    add('(r.old_path ILIKE ? OR r.link ILIKE ? OR r.page_url ILIKE ?)', `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  }
  return found.join(' AND ');
}
