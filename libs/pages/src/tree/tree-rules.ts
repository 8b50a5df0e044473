import { Injectable } from '@nestjs/common';
import type { ContentType } from '@pipit/content-types';
import { invalid, type Ctx } from '@pipit/kernel';
import { PageTypes } from '../content/page-types.js';
import type { Page } from '../page.entity.js';

/** Pages of one type that come to stand below pages of one type. */
export interface ChildGroup {
  readonly type: string;
  /** Null: the page they are all to stand below. */
  readonly parentType: string | null;
  readonly pages: number;
  /** Most of them below one page. */
  readonly most: number;
}

/** Why pages cannot stand where they are wanted. */
export interface RuleFault {
  readonly code: 'not_allowed_here' | 'too_many';
  readonly message: string;
}

type Parent = Pick<Page, 'id' | 'type'>;

/** How many pages of limited types there are. */
interface Counts {
  readonly all: ReadonlyMap<string, number>;
  /** By `<parent id> <type>`. */
  readonly below: ReadonlyMap<string, number>;
}

/** Parent and child rules and counts. They bind everybody, administrators too. */
@Injectable()
export class TreeRules {
  constructor(private readonly types: PageTypes) {}

  /** The types that may be created below a page, by the rules alone. */
  async creatableBelow(ctx: Ctx, parent: Parent): Promise<ContentType[]> {
    const counts = await this.counts(ctx, [parent]);
    const creatable = this.types.all().filter(({ rules }) => rules.creatable !== false);
    return creatable.filter(({ name }) => !this.faultOf([onePage(name)], parent, counts, false));
  }

  /** Refuses a new or moved page of that type below `parent`. */
  async require(ctx: Ctx, type: ContentType, parent: Parent, moving: Page | null = null): Promise<void> {
    if (moving && moving.parentId === parent.id) return;
    await this.requireGroups(ctx, [onePage(type.name)], parent, moving !== null);
  }

  /** Refuses many new pages at once, some below `parent` and the others below each other. */
  async requireGroups(ctx: Ctx, groups: readonly ChildGroup[], parent: Parent, moving = false): Promise<void> {
    const fault = (await this.faults(ctx, groups, [parent], moving)).get(parent.id);
    if (fault) throw invalid(fault.message, [{ path: '/parentId', ...fault }]);
  }

  /** What keeps pages from standing below each of these parents; parents without an entry are right. */
  async faults(
    ctx: Ctx,
    groups: readonly ChildGroup[],
    parents: readonly Parent[],
    moving: boolean,
  ): Promise<Map<number, RuleFault>> {
    const counts = await this.counts(ctx, parents);
    const faults = new Map<number, RuleFault>();
    for (const parent of parents) {
      const fault = this.faultOf(groups, parent, counts, moving);
      if (fault) faults.set(parent.id, fault);
    }
    return faults;
  }

  /** Refuses types that only code may make pages of. */
  requireCreatable(type: ContentType): void {
    if (type.rules.creatable !== false) return;
    const message = `A ${type.label} cannot be added by hand.`;
    throw invalid(message, [{ path: '/type', code: 'not_creatable', message }]);
  }

  private faultOf(
    groups: readonly ChildGroup[],
    parent: Parent,
    { all, below }: Counts,
    moving: boolean,
  ): RuleFault | null {
    const made = new Map<string, number>();
    for (const { type: name, parentType, pages, most } of groups) {
      const type = this.types.of({ type: name });
      const above = this.types.of(parentType === null ? parent : { type: parentType });
      if (!fits(type, above)) {
        return { code: 'not_allowed_here', message: `A ${type.label} cannot stand below a ${above.label}.` };
      }
      made.set(name, (made.get(name) ?? 0) + pages);
      const siblings = parentType === null ? (below.get(`${parent.id} ${name}`) ?? 0) : 0;
      const message = tooMany(type, moving ? 0 : (all.get(name) ?? 0) + made.get(name)!, siblings + most);
      if (message !== null) return { code: 'too_many', message };
    }
    return null;
  }

  private async counts(ctx: Ctx, parents: readonly Parent[]): Promise<Counts> {
    const limited = this.types.all().filter(({ rules }) => rules.maxCount ?? rules.maxCountPerParent);
    if (limited.length === 0) return { all: new Map(), below: new Map() };
    const rows: { type: string; parentId: number | null; pages: number }[] = await ctx.manager.query(
      `SELECT type, CASE WHEN parent_id = ANY($2::int[]) THEN parent_id END AS "parentId", count(*)::int AS pages
         FROM page WHERE type = ANY($1) AND path < 't' GROUP BY 1, 2`,
      [limited.map(({ name }) => name), parents.map(({ id }) => id)],
    );
    const all = new Map<string, number>();
    for (const { type, pages } of rows) all.set(type, (all.get(type) ?? 0) + pages);
    return { all, below: new Map(rows.map(({ type, parentId, pages }) => [`${parentId} ${type}`, pages])) };
  }
}

/** The group of a single page below the wanted parent. */
export function onePage(type: string): ChildGroup {
  return { type, parentType: null, pages: 1, most: 1 };
}

function fits(type: ContentType, parent: ContentType): boolean {
  const { parents } = type.rules;
  const { children } = parent.rules;
  if (parents && !parents().some((target) => target === parent.target)) return false;
  return !children || children().some((target) => target === type.target);
}

function tooMany({ rules, label, labelPlural }: ContentType, all: number, below: number): string | null {
  const { maxCount, maxCountPerParent } = rules;
  if (maxCount !== undefined && all > maxCount) {
    return `There may be ${maxCount} ${maxCount === 1 ? label : labelPlural} at most.`;
  }
  if (maxCountPerParent !== undefined && below > maxCountPerParent) {
    return `There may be ${maxCountPerParent} ${label} below one page at most.`;
  }
  return null;
}
