import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { actorUserId, forbidden, type Ctx } from '@pipit/kernel';
import type { Page } from '../page.entity.js';
import { subtreeRange } from '../tree/paths.js';

/** What a page and all below it are together. */
export interface Subtree {
  readonly pages: number;
  /** Readers see some of them. */
  readonly live: boolean;
}

interface FoundSubtree extends Subtree {
  /** The acting person made all of them. */
  readonly own: boolean;
}

/** Who may take a page away with all that is below it, as moving and deleting do. */
@Injectable()
export class SubtreeRights {
  constructor(private readonly policy: Policy) {}

  /**
   * Refuses without the permission, or without having made all of the pages and the right to add some. Where readers see
   * any of them the right to publish is needed too. `path` is where it is asked for; default: where the page stands.
   */
  async require(ctx: Ctx, page: Page, permission: 'page.edit' | 'page.delete', path = page.path): Promise<Subtree> {
    const target = { kind: 'page', path } as const;
    const { own, ...subtree } = await this.look(ctx, page);
    const held = await this.policy.can(ctx, permission, target);
    if (!held) {
      if (page.ownerId === null || page.ownerId !== actorUserId(ctx.actor)) {
        await this.policy.require(ctx, permission, target);
      }
      await this.policy.require(ctx, 'page.add', target);
      if (!own) throw forbidden(`Others made some of the pages below “${page.draftTitle}”.`, [], { permission });
    }
    if (subtree.live) await this.policy.require(ctx, 'page.publish', target);
    return subtree;
  }

  private async look(ctx: Ctx, page: Page): Promise<FoundSubtree> {
    const { from, to } = subtreeRange(page.path);
    const rows: FoundSubtree[] = await ctx.manager.query(
      `SELECT count(*)::int AS pages, bool_or(live) AS live, bool_and(owner_id IS NOT DISTINCT FROM $3::int) AS own
         FROM page WHERE path >= $1 AND path < $2`,
      [from, to, actorUserId(ctx.actor)],
    );
    return rows[0]!;
  }
}
