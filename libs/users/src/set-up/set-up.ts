import { Injectable } from '@nestjs/common';
import { Action, invalid, notFound, type Ctx, type WriteCtx } from '@pipit/kernel';
import { CreateUser } from '../actions/create-user.js';
import { StartSession } from '../actions/start-session.js';
import type { User } from '../accounts/user.entity.js';
import { SessionTokens, type SignedIn } from '../sessions/signed-in.js';
import type { Caller } from '../throttle/attempt.js';
import { LoginThrottle } from '../throttle/login-throttle.js';
import { SetUpCode } from './set-up-code.js';

/** The first account of a fresh server. */
export interface FirstAdministrator {
  readonly email: string;
  readonly name: string;
  readonly password: string;
}

/** What somebody sends who sets a server up. */
export interface SetUpWish extends FirstAdministrator, Caller {
  /** As it stands in the server's log. */
  readonly code: string;
}

/** Makes the first administrator: of many at the same time one, and none once there is one. */
@Injectable()
export class CreateFirstAdministrator extends Action<FirstAdministrator, User> {
  constructor(private readonly createUser: CreateUser) {
    super();
  }

  protected async perform(ctx: WriteCtx, input: FirstAdministrator): Promise<User> {
    // Accounts are made in other ways, too. Until we are through, nobody makes any.
    await ctx.manager.query('LOCK TABLE user_account IN SHARE ROW EXCLUSIVE MODE');
    if (!(await isFresh(ctx))) throw isSetUp();
    const { email, name, password } = input;
    const asPipit = { ...ctx, actor: { kind: 'system', name: 'set-up' } } as const;
    return this.createUser.run(asPipit, { email, name, password, isAdministrator: true });
  }
}

/** Setting up a fresh server in the browser. Closed for good once there is an administrator, suspended or not. */
@Injectable()
export class SetUp {
  constructor(
    private readonly code: SetUpCode,
    private readonly throttle: LoginThrottle,
    private readonly createFirst: CreateFirstAdministrator,
    private readonly startSession: StartSession,
    private readonly tokens: SessionTokens,
  ) {}

  /** Is there no administrator yet? Asked of the database each time: nothing that is remembered opens it again. */
  isOpen(ctx: Ctx): Promise<boolean> {
    return isFresh(ctx);
  }

  /** What the log tells; null once there is an administrator. */
  async codeToTell(ctx: Ctx): Promise<string | null> {
    return (await isFresh(ctx)) ? this.code.text : null;
  }

  /** Makes the first administrator and signs them in. Throws `not_found` once there is one. */
  async run(ctx: Ctx, { code, email, name, password, ...caller }: SetUpWish): Promise<SignedIn> {
    if (!(await isFresh(ctx))) throw isSetUp();
    const attempt = { ...caller, email: '', secret: 'set-up' } as const;
    await this.throttle.begin(attempt);
    if (!this.code.fits(code)) {
      const message = 'This is not the code in the server’s log.';
      throw invalid(message, [{ path: '/code', code: 'wrong', message }]);
    }
    await this.throttle.succeed(attempt);
    const user = await this.createFirst.run(ctx, { email, name, password });
    return this.tokens.of(await this.startSession.run(ctx, { userId: user.id }));
  }
}

async function isFresh(ctx: Ctx): Promise<boolean> {
  const rows: unknown[] = await ctx.manager.query('SELECT 1 FROM user_account WHERE is_administrator LIMIT 1');
  return rows.length === 0;
}

function isSetUp() {
  return notFound('This server is set up already. Sign in.');
}
