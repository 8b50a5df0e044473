import { Injectable } from '@nestjs/common';
import type { Actor, Ctx } from '@pipit/kernel';
import { GrantSource, type Grant } from './grant.js';

interface Remembered {
  readonly requestId: string;
  readonly grants: Promise<readonly Grant[]>;
}

/** Asks the grant source once per request, however many questions the request raises. */
@Injectable()
export class RequestGrants {
  /** Weak by actor, which every request makes anew, and checked by request id in case one is kept for longer. */
  private readonly remembered = new WeakMap<Actor, Remembered>();

  constructor(private readonly source: GrantSource) {}

  /** The grants of the acting person; nobody else has any. */
  async of(ctx: Ctx): Promise<readonly Grant[]> {
    if (ctx.actor.kind !== 'user') return [];
    const known = this.remembered.get(ctx.actor);
    if (known?.requestId === ctx.requestId) return known.grants;
    const grants = this.source.grantsOf(ctx);
    this.remembered.set(ctx.actor, { requestId: ctx.requestId, grants });
    grants.catch(() => this.remembered.delete(ctx.actor));
    return grants;
  }
}
