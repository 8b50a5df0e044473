import { Injectable } from '@nestjs/common';
import { Action, type Ctx, type WriteCtx } from '@pipit/kernel';
import { userActor, userSubject } from '../accounts/user-actor.js';
import type { User } from '../accounts/user.entity.js';
import { SecondFactors, wrongCode, type Enrolment } from '../second-factor/second-factors.js';
import { Tickets } from '../second-factor/tickets.js';
import { SessionTokens, type LiveSession, type SignedIn } from '../sessions/signed-in.js';
import type { Caller } from '../throttle/attempt.js';
import { LoginThrottle } from '../throttle/login-throttle.js';
import { StartSession } from './start-session.js';
import { BeginSecondFactor, ConfirmSecondFactor } from './set-up-second-factor.js';

/** The second half of signing in. */
export interface SecondHalf extends Caller {
  /** What the password was answered with. */
  readonly ticket: string;
  readonly code: string;
}

/** Opens a session for whoever showed a code after the password. */
@Injectable()
export class PassSecondFactor extends Action<{ user: User; code: string }, LiveSession> {
  constructor(
    private readonly factors: SecondFactors,
    private readonly startSession: StartSession,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, { user, code }: { user: User; code: string }): Promise<LiveSession> {
    const taken = user.secondFactorAt === null ? null : await this.factors.take(ctx, user.id, code);
    if (taken === null) throw wrongCode();
    if (taken === 'recovery') ctx.record({ action: 'user.useRecoveryCode', subject: userSubject(user) });
    return this.startSession.run(ctx, { userId: user.id });
  }
}

/** Signing in after the password: with a code, or by setting up an app first where a group asks for it. */
@Injectable()
export class SecondHalves {
  constructor(
    private readonly throttle: LoginThrottle,
    private readonly tickets: Tickets,
    private readonly factors: SecondFactors,
    private readonly pass: PassSecondFactor,
    private readonly begin: BeginSecondFactor,
    private readonly confirm: ConfirmSecondFactor,
    private readonly startSession: StartSession,
    private readonly tokens: SessionTokens,
  ) {}

  /** With a code of the app, or a recovery code. */
  async withCode(ctx: Ctx, { ticket, code, ...caller }: SecondHalf): Promise<SignedIn> {
    const user = await this.tickets.ownerOf(ctx, ticket);
    return this.throttled(user, caller, async () => this.tokens.of(await this.pass.run(ctx, { user, code })));
  }

  /** A secret for the app of somebody who has to set one up. */
  async enrol(ctx: Ctx, ticket: string): Promise<Enrolment> {
    const user = await this.enrolling(ctx, ticket);
    return this.begin.run({ ...ctx, actor: userActor(user) }, { userId: user.id });
  }

  /** The first code of a new app: switches it on and signs in. */
  async confirmEnrolment(
    ctx: Ctx,
    { ticket, code, ...caller }: SecondHalf,
  ): Promise<SignedIn & { recoveryCodes: string[] }> {
    const user = await this.enrolling(ctx, ticket);
    return this.throttled(user, caller, async () => {
      const asThem = { ...ctx, actor: userActor(user) };
      const recoveryCodes = await this.confirm.run(asThem, { userId: user.id, code });
      return { ...this.tokens.of(await this.startSession.run(ctx, { userId: user.id })), recoveryCodes };
    });
  }

  /** Only whoever has none yet sets one up with the password alone. */
  private async enrolling(ctx: Ctx, ticket: string): Promise<User> {
    const user = await this.tickets.ownerOf(ctx, ticket);
    if ((await this.factors.needOf(ctx, user)) === 'enrolment') return user;
    throw wrongCode();
  }

  private async throttled<T>(user: User, caller: Caller, work: () => Promise<T>): Promise<T> {
    const attempt = { ...caller, email: user.email, secret: 'code' } as const;
    await this.throttle.begin(attempt);
    const result = await work();
    await this.throttle.succeed(attempt);
    return result;
  }
}
