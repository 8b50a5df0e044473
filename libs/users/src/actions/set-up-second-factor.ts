import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { Action, Hooks, forbidden, type WriteCtx } from '@pipit/kernel';
import { Mastery } from '../accounts/mastery.js';
import { userSubject } from '../accounts/user-actor.js';
import { User } from '../accounts/user.entity.js';
import { SecondFactorChanged } from '../events.js';
import { BeforeSecondFactorChange } from '../hooks.js';
import { MailJobs } from '../mail/mail-jobs.js';
import { isOneself } from '../policy.js';
import { takeUser } from '../queries/accounts.js';
import { RecoveryCode } from '../second-factor/recovery-code.entity.js';
import { newRecoveryCodes } from '../second-factor/recovery-codes.js';
import { SecondFactors, type Enrolment } from '../second-factor/second-factors.js';
import { endOtherSessions } from '../sessions/end-other-sessions.js';

/** Makes a secret for somebody's authenticator app. Until a code of it was seen it counts for nothing. */
@Injectable()
export class BeginSecondFactor extends Action<{ userId: number }, Enrolment> {
  constructor(private readonly factors: SecondFactors) {
    super();
  }

  protected async perform(ctx: WriteCtx, { userId }: { userId: number }): Promise<Enrolment> {
    const user = await takeUser(ctx, userId);
    if (user.secondFactorAt !== null) throw forbidden('Switch the present app off before you set up another one.');
    ctx.record({ action: 'user.beginSecondFactor', subject: userSubject(user) });
    return this.factors.begin(ctx, user);
  }
}

/** Switches the second factor on and ends all other sessions of the account. Answers recovery codes, told once. */
@Injectable()
export class ConfirmSecondFactor extends Action<{ userId: number; code: string }, string[]> {
  constructor(
    private readonly factors: SecondFactors,
    private readonly hooks: Hooks,
    private readonly mails: MailJobs,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, { userId, code }: { userId: number; code: string }): Promise<string[]> {
    const user = await takeUser(ctx, userId);
    if (user.secondFactorAt !== null) throw forbidden('There is a second factor already.');
    await this.hooks.run(new BeforeSecondFactorChange(ctx, user));
    const codes = await this.factors.confirm(ctx, userId, code);
    await endOtherSessions(ctx, userId);
    await this.mails.notice(ctx, 'secondFactorChanged', user);
    ctx.record({ action: 'user.addSecondFactor', subject: userSubject(user) });
    ctx.emit(new SecondFactorChanged(userId));
    return codes;
  }
}

/** Switches a second factor off and ends the sessions of the account, but for the one it is asked in. */
@Injectable()
export class RemoveSecondFactor extends Action<{ userId: number }, void> {
  constructor(
    private readonly policy: Policy,
    private readonly mastery: Mastery,
    private readonly factors: SecondFactors,
    private readonly hooks: Hooks,
    private readonly mails: MailJobs,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, { userId }: { userId: number }): Promise<void> {
    const user = await takeUser(ctx, userId);
    await this.requireRight(ctx, user);
    await this.hooks.run(new BeforeSecondFactorChange(ctx, user));
    await ctx.manager.update(User, userId, { totpSecret: null, totpStep: null, secondFactorAt: null });
    await ctx.manager.delete(RecoveryCode, { userId });
    await endOtherSessions(ctx, userId);
    await this.mails.notice(ctx, 'secondFactorChanged', user);
    ctx.record({ action: 'user.removeSecondFactor', subject: userSubject(user) });
    ctx.emit(new SecondFactorChanged(userId));
  }

  /** One's own, unless a group asks for it; that of somebody who lost their phone, by whoever manages accounts. */
  private async requireRight(ctx: WriteCtx, user: User): Promise<void> {
    if (!isOneself(ctx, user.id)) {
      await this.policy.require(ctx, 'user.manage');
      return this.mastery.require(ctx, user);
    }
    if (!(await this.factors.isRequired(ctx, user.id))) return;
    throw forbidden(
      'A group of yours asks for a second factor. Somebody who manages users can let you set up another.',
    );
  }
}

/** Ten new recovery codes; the former ones are void. */
@Injectable()
export class RenewRecoveryCodes extends Action<{ userId: number }, string[]> {
  protected async perform(ctx: WriteCtx, { userId }: { userId: number }): Promise<string[]> {
    const user = await takeUser(ctx, userId);
    if (user.secondFactorAt === null) throw forbidden('Set up an authenticator app first.');
    ctx.record({ action: 'user.renewRecoveryCodes', subject: userSubject(user) });
    return newRecoveryCodes(ctx, userId);
  }
}
