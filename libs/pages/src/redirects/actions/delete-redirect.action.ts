import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { Action, Hooks, type WriteCtx } from '@pipit/kernel';
import { RedirectDeleted } from '../events.js';
import { BeforeRedirectDelete } from '../hooks.js';
import { Redirect } from '../redirect.entity.js';
import { auditRedirect } from './audit-redirect.js';
import { takeRedirect } from './take-redirect.js';

/** Lets an address lead nowhere again. */
@Injectable()
export class DeleteRedirect extends Action<{ readonly id: number }, void> {
  constructor(
    private readonly policy: Policy,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, { id }: { readonly id: number }): Promise<void> {
    await this.policy.require(ctx, 'redirect.delete');
    const redirect = await takeRedirect(ctx, id);
    await this.hooks.run(new BeforeRedirectDelete(ctx, redirect));
    await ctx.manager.delete(Redirect, { id });
    ctx.record(auditRedirect('redirect.delete', redirect));
    ctx.emit(new RedirectDeleted(redirect));
  }
}
