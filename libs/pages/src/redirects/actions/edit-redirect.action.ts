import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { Action, Hooks, type WriteCtx } from '@pipit/kernel';
import { RedirectEdited } from '../events.js';
import { BeforeRedirectSave } from '../hooks.js';
import { RedirectRules } from '../redirect-rules.js';
import { normalRedirect, type RedirectValues } from '../redirect-values.js';
import { Redirect } from '../redirect.entity.js';
import { auditRedirect } from './audit-redirect.js';
import { takeRedirect } from './take-redirect.js';

/** Which redirect, and what is different about it. */
export interface EditRedirectInput {
  readonly id: number;
  readonly changes: Partial<RedirectValues>;
}

/** Leads an address elsewhere than before, or another one there. */
@Injectable()
export class EditRedirect extends Action<EditRedirectInput, Redirect> {
  constructor(
    private readonly policy: Policy,
    private readonly rules: RedirectRules,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, { id, changes }: EditRedirectInput): Promise<Redirect> {
    await this.policy.require(ctx, 'redirect.edit');
    const redirect = await takeRedirect(ctx, id);
    const { oldPath, siteId, pageId, pageRoutePath, link, isPermanent } = redirect;
    const values = normalRedirect({ oldPath, siteId, pageId, pageRoutePath, link, isPermanent, ...changes });
    await this.rules.require(ctx, values, id);
    await this.hooks.run(new BeforeRedirectSave(ctx, values, redirect));
    // Whoever changes it made it their own.
    Object.assign(redirect, values, { automaticallyCreated: false });
    await ctx.manager.update(Redirect, id, { ...values, automaticallyCreated: false });
    ctx.record(auditRedirect('redirect.edit', redirect));
    ctx.emit(new RedirectEdited(redirect));
    return redirect;
  }
}
