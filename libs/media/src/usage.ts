import { Injectable } from '@nestjs/common';
import { inUse, type Ctx, type Paged, type Paging } from '@pipit/kernel';
import { ReferenceIndex, type Usage } from '@pipit/references';
import { Revision } from '@pipit/revisions';

/** As many uses as a refusal lists. */
const LISTED = 20;

/** A use with a name people know. */
export interface NamedUsage extends Usage {
  readonly title: string;
}

/** Who uses an image or a document. */
@Injectable()
export class MediaUsage {
  constructor(private readonly references: ReferenceIndex) {}

  /** A part of the uses, and how many there are. */
  async list(ctx: Ctx, type: 'image' | 'document', id: number, paging: Paging): Promise<Paged<NamedUsage>> {
    const { total, items } = await this.references.usage(ctx, { type, id }, paging);
    const titles = await this.titles(ctx, items);
    return { total, items: items.map((use) => ({ ...use, title: titles.get(nameOf(use)) ?? nameOf(use) })) };
  }

  /** Throws `in_use`, with the uses, when there are any. */
  async requireUnused(ctx: Ctx, type: 'image' | 'document', id: number): Promise<void> {
    const usage = await this.list(ctx, type, id, { limit: LISTED, offset: 0 });
    if (usage.total === 0) return;
    const places = usage.total === 1 ? 'one place' : `${usage.total} places`;
    throw inUse(`This ${type} is used in ${places}. Take it out there first.`, [], { usage });
  }

  /** What the latest revisions call their subjects. */
  private async titles(ctx: Ctx, uses: readonly Usage[]): Promise<Map<string, string>> {
    // Only what has a number keeps versions.
    const kept = uses.filter(({ sourceId }) => typeof sourceId === 'number');
    if (kept.length === 0) return new Map();
    const rows = await ctx.manager
      .createQueryBuilder(Revision, 'r')
      .select(['r.subjectType AS "sourceType"', 'r.subjectId AS "sourceId"', 'r.label AS title'])
      .distinctOn(['r.subjectType', 'r.subjectId'])
      .where('(r.subjectType, r.subjectId) IN (SELECT * FROM unnest(:types::text[], :ids::int[]))', {
        types: kept.map(({ sourceType }) => sourceType),
        ids: kept.map(({ sourceId }) => sourceId),
      })
      .orderBy('r.subjectType')
      .addOrderBy('r.subjectId')
      .addOrderBy('r.id', 'DESC')
      .getRawMany<{ sourceType: string; sourceId: number; title: string }>();
    return new Map(rows.map((row) => [nameOf(row), row.title]));
  }
}

function nameOf({ sourceType, sourceId }: Pick<Usage, 'sourceType' | 'sourceId'>): string {
  return `${sourceType} ${sourceId}`;
}
