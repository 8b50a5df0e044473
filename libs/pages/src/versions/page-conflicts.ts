import { Injectable } from '@nestjs/common';
import type { Ctx } from '@pipit/kernel';
import { Revision, type RevisionAuthor } from '@pipit/revisions';
import { PageFields } from '../content/page-fields.js';
import type { Page } from '../page.entity.js';

/** What a refusal tells of the newest version. */
export interface NewestVersion {
  readonly revisionId: number;
  readonly createdAt: string;
  readonly user: RevisionAuthor | null;
  readonly fields: object;
}

/** What people are told whose write began with an older version than the newest. */
@Injectable()
export class PageConflicts {
  constructor(private readonly fields: PageFields) {}

  /** The sentence, and the newest version as the acting person may see it. */
  async newest(ctx: Ctx, page: Page): Promise<{ detail: string; current: NewestVersion }> {
    const revision = await ctx.manager.findOneByOrFail(Revision, { id: page.latestRevisionId! });
    const authors: RevisionAuthor[] = await ctx.manager.query('SELECT id, name FROM user_account WHERE id = $1', [
      revision.userId,
    ]);
    const user = authors[0] ?? null;
    return {
      detail: `“${page.draftTitle}” was changed by ${user?.name ?? 'somebody else'} meanwhile.`,
      current: {
        revisionId: revision.id,
        createdAt: revision.createdAt.toISOString(),
        user,
        fields: (await this.fields.of(ctx, page)).readable(revision.snapshot),
      },
    };
  }
}
