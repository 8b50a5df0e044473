import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import type { Ctx } from '@pipit/kernel';
import { PageTypes } from '../content/page-types.js';
import { CopyRules } from '../copying/copy-rules.js';
import { pageNotFound } from '../errors.js';
import { MAX_DEPTH, Page, ROOT_ID } from '../page.entity.js';
import { PageList } from '../queries/page-list.js';
import type { PageRow } from '../queries/page-row.js';
import { onePage, TreeRules } from '../tree/tree-rules.js';
import { isWithin, subtreeRange } from '../tree/paths.js';
import { slugKeySql } from '../tree/slugs.js';

/** What somebody wants to do with a page. */
export const TARGET_USES = ['move', 'copy', 'alias'] as const;
export type TargetUse = (typeof TARGET_USES)[number];

/** Which parents are asked for. */
export interface TargetQuery {
  readonly use: TargetUse;
  /** Children of that page; default: the tree's root. Not with `q`. */
  readonly parentId?: number;
  /** Words of titles and addresses, anywhere in the tree. */
  readonly q?: string;
  /** With all pages below; a move always is. */
  readonly recursive: boolean;
  readonly limit: number;
  readonly offset: number;
}

/** Why a page cannot be the parent. */
export interface TargetRefusal {
  readonly code:
    'here' | 'below_itself' | 'not_allowed_here' | 'too_many' | 'other_locale' | 'too_deep' | 'forbidden' | 'taken';
  readonly message: string;
}

/** A page that may be the parent, or may not. */
export interface PageTarget extends Pick<
  PageRow,
  'id' | 'title' | 'typeLabel' | 'icon' | 'urlPath' | 'locale' | 'state' | 'parentId' | 'childCount'
> {
  /** Titles of the pages above, from the top down. */
  readonly trail: string[];
  /** Null: it is legal. */
  readonly refusal: TargetRefusal | null;
}

/** Candidates, and the page whose children they are. */
export interface PageTargetPart {
  readonly total: number;
  readonly items: PageTarget[];
  /** Null with `q`. */
  readonly parent: PageTarget | null;
}

/** What has to be known of a candidate to judge it. */
interface Candidate {
  readonly id: number;
  readonly type: string;
  readonly path: string;
  readonly depth: number;
  readonly localeId: number;
  readonly mayAdd: boolean;
  readonly mayPublish: boolean;
  readonly taken: boolean;
  readonly trail: string[];
}

/** Where a page may be moved, copied or mirrored to, judged before somebody tries. */
@Injectable()
export class PageTargets {
  constructor(
    private readonly list: PageList,
    private readonly policy: Policy,
    private readonly types: PageTypes,
    private readonly rules: TreeRules,
    private readonly copyRules: CopyRules,
  ) {}

  async of(ctx: Ctx, pageId: number, query: TargetQuery): Promise<PageTargetPart> {
    const source = (await this.list.find(ctx, pageId)) && (await ctx.manager.findOneBy(Page, { id: pageId }));
    if (!source || source.parentId === null) throw pageNotFound(pageId);
    const { q, limit, offset } = query;
    const parentId = query.parentId ?? ROOT_ID;
    const above = q ? null : await this.list.find(ctx, parentId);
    if (!q && !above) throw pageNotFound(parentId);
    const where = q ? { q } : { parentId };
    const { total, items } = await this.list.list(ctx, { ...where, order: 'tree', limit, offset });
    const judged = await this.judge(ctx, source, query, above ? [above, ...items] : items);
    return { total, parent: above ? judged[0]! : null, items: above ? judged.slice(1) : judged };
  }

  private async judge(ctx: Ctx, source: Page, query: TargetQuery, rows: readonly PageRow[]): Promise<PageTarget[]> {
    const recursive = query.use === 'move' || query.recursive;
    const candidates = await this.candidates(
      ctx,
      source,
      rows.map(({ id }) => id),
    );
    const groups = query.use === 'move' ? [onePage(source.type)] : await this.copyRules.groups(ctx, source, recursive);
    const faults = await this.rules.faults(ctx, groups, [...candidates.values()], query.use === 'move');
    const { levels, live } = await this.extent(ctx, source, recursive);
    const uncreatable = groups.find(({ type }) => this.types.of({ type }).rules.creatable === false);
    const refusalOf = (candidate: Candidate): TargetRefusal | null => {
      const moving = query.use === 'move';
      if (moving && candidate.id === source.parentId) return refusal('here', 'It stands here.');
      if (moving && isWithin(candidate.path, source.path)) {
        return refusal('below_itself', 'A page cannot move below itself.');
      }
      if (!moving && uncreatable) {
        const { label } = this.types.of({ type: uncreatable.type });
        return refusal('not_allowed_here', `A ${label} cannot be added by hand.`);
      }
      const fault = faults.get(candidate.id);
      if (fault) return fault;
      if (moving && candidate.id !== ROOT_ID && candidate.localeId !== source.localeId) {
        return refusal('other_locale', 'A tree of another language.');
      }
      if (candidate.depth + levels > MAX_DEPTH) return refusal('too_deep', 'Pages cannot be nested any deeper.');
      if (!candidate.mayAdd) return refusal('forbidden', 'You may not add pages here.');
      const publishes = query.use === 'alias' || (moving && live);
      if (publishes && !candidate.mayPublish) return refusal('forbidden', 'You may not publish here.');
      if (moving && candidate.taken) return refusal('taken', `A page here has the address “${source.slug}”.`);
      return null;
    };
    return rows.map((row) => targetOf(row, candidates.get(row.id)!, refusalOf));
  }

  /** Everything about the candidates in one statement. */
  private async candidates(ctx: Ctx, source: Page, ids: readonly number[]): Promise<Map<number, Candidate>> {
    const params: unknown[] = [ids, source.slug, source.id, ROOT_ID];
    const may = (permission: string): Promise<string> =>
      this.policy.predicate(ctx, permission, { kind: 'page', alias: 'p' }, params);
    const [add, publish] = [await may('page.add'), await may('page.publish')];
    const rows: Candidate[] = await ctx.manager.query(
      `SELECT p.id, p.type, p.path, p.depth, p.locale_id AS "localeId",
              (${add}) AS "mayAdd", (${publish}) AS "mayPublish",
              EXISTS (SELECT FROM page c WHERE c.parent_id = p.id AND c.id <> $3
                         AND ${slugKeySql('c.slug')} = ${slugKeySql('$2::text')}) AS taken,
              ARRAY(SELECT a.draft_title FROM page a
                     WHERE p.path > a.path AND p.path < left(a.path, -1) || '/' AND a.id <> $4 ORDER BY a.path) AS trail
         FROM page p WHERE p.id = ANY($1::int[])`,
      params,
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  private async extent(ctx: Ctx, source: Page, recursive: boolean): Promise<{ levels: number; live: boolean }> {
    const { from, to } = subtreeRange(source.path);
    const rows: { levels: number; live: boolean }[] = await ctx.manager.query(
      `SELECT max(depth) - $3 + 1 AS levels, bool_or(live) AS live
         FROM page WHERE path >= $1 AND path < $2 AND ($4 OR id = $5)`,
      [from, to, source.depth, recursive, source.id],
    );
    return rows[0]!;
  }
}

function refusal(code: TargetRefusal['code'], message: string): TargetRefusal {
  return { code, message };
}

function targetOf(
  { id, title, typeLabel, icon, urlPath, locale, state, parentId, childCount }: PageRow,
  candidate: Candidate,
  refusalOf: (candidate: Candidate) => TargetRefusal | null,
): PageTarget {
  const { trail } = candidate;
  const row = { id, title, typeLabel, icon, urlPath, locale, state, parentId, childCount };
  return { ...row, trail, refusal: refusalOf(candidate) };
}
