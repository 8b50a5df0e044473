import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { Action, Hooks, newUuid, type WriteCtx } from '@pipit/kernel';
import { RedirectCreated } from '../events.js';
import { BeforeRedirectSave } from '../hooks.js';
import { RedirectRules } from '../redirect-rules.js';
import { normalRedirect, type RedirectValues } from '../redirect-values.js';
import { Redirect } from '../redirect.entity.js';
import { auditRedirect } from './audit-redirect.js';

/** Leads an address elsewhere. */
@Injectable()
export class CreateRedirect extends Action<RedirectValues, Redirect> {
  constructor(
    private readonly policy: Policy,
    private readonly rules: RedirectRules,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, input: RedirectValues): Promise<Redirect> {
    await this.policy.require(ctx, 'redirect.add');
    const values = normalRedirect(input);
    await this.rules.require(ctx, values, null);
    await this.hooks.run(new BeforeRedirectSave(ctx, values, null));
    const redirect = ctx.manager.create(Redirect, {
      ...values,
      uuid: newUuid(),
      automaticallyCreated: false,
      createdAt: new Date(),
    });
    const result = await ctx.manager.insert(Redirect, redirect as never);
    redirect.id = (result.identifiers[0] as { id: number }).id;
    ctx.record(auditRedirect('redirect.create', redirect));
    ctx.emit(new RedirectCreated(redirect));
    return redirect;
  }
}
