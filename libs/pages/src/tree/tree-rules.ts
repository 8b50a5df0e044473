import { Injectable } from '@nestjs/common';
import type { ContentType } from '@pipit/content-types';
import { invalid, type Ctx } from '@pipit/kernel';
import { PageTypes } from '../content/page-types.js';
import { Page } from '../page.entity.js';

/** Parent and child rules and counts. They bind everybody, administrators too. */
@Injectable()
export class TreeRules {
  constructor(private readonly types: PageTypes) {}

  /** The types that may be created below a page, by the rules alone. */
  async creatableBelow(ctx: Ctx, parent: Page): Promise<ContentType[]> {
    const allowed = this.types.all().filter((type) => type.rules.creatable !== false && this.fits(type, parent));
    const counts = await this.counts(ctx, parent);
    return allowed.filter((type) => !this.countFault(type, counts));
  }

  /** Refuses a new or moved page of that type below `parent`. */
  async require(ctx: Ctx, type: ContentType, parent: Page, moving: Page | null = null): Promise<void> {
    if (moving && moving.parentId === parent.id) return;
    if (!this.fits(type, parent)) {
      const parentLabel = this.types.of(parent).label;
      throw refusal(`A ${type.label} cannot stand below a ${parentLabel}.`, 'not_allowed_here');
    }
    const fault = this.countFault(type, await this.counts(ctx, parent), moving !== null);
    if (fault) throw refusal(fault, 'too_many');
  }

  /** Refuses types that only code may make pages of. */
  requireCreatable(type: ContentType): void {
    if (type.rules.creatable !== false) return;
    const message = `A ${type.label} cannot be added by hand.`;
    throw invalid(message, [{ path: '/type', code: 'not_creatable', message }]);
  }

  private fits(type: ContentType, parent: Page): boolean {
    const parentType = this.types.of(parent);
    const { parents } = type.rules;
    const { children } = parentType.rules;
    if (parents && !parents().some((target) => target === parentType.target)) return false;
    return !children || children().some((target) => target === type.target);
  }

  private async counts(ctx: Ctx, parent: Page): Promise<Map<string, { all: number; here: number }>> {
    const limited = this.types.all().filter(({ rules }) => rules.maxCount ?? rules.maxCountPerParent);
    if (limited.length === 0) return new Map();
    const rows: { type: string; all: number; here: number }[] = await ctx.manager.query(
      `SELECT type, count(*)::int AS all, (count(*) FILTER (WHERE parent_id = $2))::int AS here
         FROM page WHERE type = ANY($1) AND path < 't' GROUP BY type`,
      [limited.map((type) => type.name), parent.id],
    );
    return new Map(rows.map((row) => [row.type, row]));
  }

  private countFault(
    type: ContentType,
    counts: Map<string, { all: number; here: number }>,
    moving = false,
  ): string | null {
    const { maxCount, maxCountPerParent } = type.rules;
    const found = counts.get(type.name) ?? { all: 0, here: 0 };
    if (!moving && maxCount !== undefined && found.all >= maxCount) {
      return `There may be ${maxCount} ${maxCount === 1 ? type.label : type.labelPlural} at most.`;
    }
    if (maxCountPerParent !== undefined && found.here >= maxCountPerParent) {
      return `There may be ${maxCountPerParent} ${type.label} below one page at most.`;
    }
    return null;
  }
}

function refusal(message: string, code: string) {
  return invalid(message, [{ path: '/parentId', code, message }]);
}
