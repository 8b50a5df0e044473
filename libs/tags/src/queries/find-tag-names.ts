import { Injectable } from '@nestjs/common';
import type { Ctx } from '@pipit/kernel';
import { Tag } from '../tag.entity.js';

/** Names of tags for a control that completes them while somebody types. */
@Injectable()
export class FindTagNames {
  /** Names that begin with `q` first, then those that contain it; everything when `q` is empty. */
  async run(ctx: Ctx, q: string, limit: number): Promise<string[]> {
    const text = q.trim().toLowerCase();
    const rows = await ctx.manager
      .createQueryBuilder(Tag, 'tag')
      .select('tag.name', 'name')
      .where('position(:text in lower(tag.name)) > 0 OR :text = :nothing', { text, nothing: '' })
      .orderBy('position(:text in lower(tag.name)) <> 1')
      .addOrderBy('tag.name')
      .limit(limit)
      .getRawMany<{ name: string }>();
    return rows.map(({ name }) => name);
  }
}
