import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { actorUserId, notFound, type Ctx, type Paged } from '@pipit/kernel';
import { UsedIn, type Uses } from '@pipit/references';
import { PageTypes } from '../content/page-types.js';
import { pagesBelow } from '../references/subtree-things.js';
import { Page } from '../page.entity.js';
import { trashSql, type RawTrashEntry, type TrashRights } from './trash-sql.js';

/** A deleted page with all that was below it. */
export interface TrashRow {
  readonly id: number;
  readonly title: string;
  readonly type: string;
  readonly typeLabel: string;
  readonly icon: string | null;
  readonly locale: string;
  /** The page and all below it. */
  readonly pages: number;
  readonly deletedAt: string;
  readonly deletedBy: { readonly id: number; readonly name: string } | null;
  /** Where it stood; null when that is gone for good. */
  readonly formerParent: { readonly id: number; readonly title: string; readonly isThere: boolean } | null;
  readonly can: { readonly restore: boolean; readonly purge: boolean };
}

/** A deleted page, and what is lost with it. */
export interface TrashDetail extends TrashRow {
  /** Content elsewhere that points at it or below it. */
  readonly usage: Uses;
  /** Redirects made by hand that lead there. */
  readonly redirects: readonly string[];
}

/** Which deleted pages. */
export interface TrashQuery {
  /** Some of them. */
  readonly ids?: readonly number[];
  /** Words of the title of a page in it. */
  readonly q?: string;
  /** Only what was deleted before. */
  readonly before?: Date;
  readonly limit: number;
  readonly offset: number;
}

/** Uses and redirects that a detail names. */
const NAMED = 20;

/** Reads the trash: what the acting person could have deleted where it stood. */
@Injectable()
export class TrashList {
  constructor(
    private readonly policy: Policy,
    private readonly types: PageTypes,
    private readonly usedIn: UsedIn,
  ) {}

  /** What was deleted, latest first. */
  async list(ctx: Ctx, { ids, q, before, limit, offset }: TrashQuery): Promise<Paged<TrashRow>> {
    const params: unknown[] = [];
    const rights = await this.rights(ctx, params);
    const add = (value: unknown): string => `$${params.push(value)}`;
    const where = ['TRUE'];
    if (ids) where.push(`e.id = ANY(${add(ids)}::int[])`);
    if (before) where.push(`e."deletedAt" < ${add(before)}`);
    for (const word of q?.split(/\s+/).filter(Boolean) ?? []) {
      const text = add(`%${word.replace(/[\\%_]/g, '\\$&')}%`);
      where.push(`EXISTS (SELECT FROM page d WHERE d.path >= e.path AND d.path < left(e.path, -1) || '/'
        AND d.draft_title ILIKE ${text})`);
    }
    const sql = trashSql(rights, where.join(' AND '));
    const [count]: { total: number }[] = await ctx.manager.query(
      `SELECT count(*)::int AS total FROM (${sql}) entries`,
      params,
    );
    const rows: RawTrashEntry[] = await ctx.manager.query(
      `${sql} ORDER BY e."deletedAt" DESC, e.id DESC LIMIT ${add(limit)} OFFSET ${add(offset)}`,
      params,
    );
    return { total: count!.total, items: rows.map((row) => this.rowOf(row)) };
  }

  /** One deleted page; throws when it is not in the trash, or not for the acting person. */
  async get(ctx: Ctx, id: number): Promise<TrashRow> {
    const params: unknown[] = [id];
    const rights = await this.rights(ctx, params);
    const rows: RawTrashEntry[] = await ctx.manager.query(trashSql(rights, 'e.id = $1'), params);
    const [row] = rows;
    if (!row) throw notFound(`There is no page ${id} in the trash.`);
    return this.rowOf(row);
  }

  /** One deleted page with what points at it. */
  async detail(ctx: Ctx, id: number): Promise<TrashDetail> {
    const row = await this.get(ctx, id);
    const page = await ctx.manager.findOneByOrFail(Page, { id });
    const things = await pagesBelow(ctx, page);
    const usage = await this.usedIn.list(ctx, things, { limit: NAMED, offset: 0 });
    return { ...row, usage, redirects: await redirectsTo(ctx, things.ids as number[]) };
  }

  private async rights(ctx: Ctx, params: unknown[]): Promise<TrashRights> {
    const at = (permission: string): Promise<string> =>
      this.policy.predicate(ctx, permission, { kind: 'page', alias: 'stood' }, params);
    const [add, remove, publish] = [await at('page.add'), await at('page.delete'), await at('page.publish')];
    return { add, delete: remove, publish, actor: `$${params.push(actorUserId(ctx.actor))}` };
  }

  private rowOf(raw: RawTrashEntry): TrashRow {
    const { label, icon } = this.types.of(raw);
    const may = raw.canDelete && (!raw.live || raw.canPublish);
    return {
      id: raw.id,
      title: raw.title,
      type: raw.type,
      typeLabel: label,
      icon,
      locale: raw.locale,
      pages: raw.pages,
      deletedAt: raw.deletedAt.toISOString(),
      deletedBy: raw.userId === null ? null : { id: raw.userId, name: raw.userName ?? '' },
      formerParent:
        raw.formerParentId === null
          ? null
          : { id: raw.formerParentId, title: raw.formerParentTitle ?? '', isThere: raw.parentIsThere },
      can: { restore: may, purge: may },
    };
  }
}

/** Where redirects made by hand start from that lead to one of the pages. */
export async function redirectsTo(ctx: Ctx, pageIds: readonly number[]): Promise<string[]> {
  const rows: { path: string }[] = await ctx.manager.query(
    `SELECT old_path AS path FROM redirect WHERE page_id = ANY($1::int[]) ORDER BY 1 LIMIT ${NAMED}`,
    [pageIds],
  );
  return rows.map(({ path }) => path);
}
