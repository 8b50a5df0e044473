import { Injectable, Logger } from '@nestjs/common';
import { Problem, unavailable, type Ctx } from '@pipit/kernel';
import { RenewPasswordHash } from '../actions/renew-password-hash.js';
import { invalidCredentials } from '../errors.js';
import { findPasswordHash } from '../queries/accounts.js';
import type { Caller } from '../throttle/attempt.js';
import { LoginThrottle } from '../throttle/login-throttle.js';
import { PasswordHashes } from './password-hashes.js';

/** An address, and from where it is tried. */
export interface Claim extends Caller {
  readonly email: string;
}

/** Checks passwords: throttled, and with one answer and one duration for every kind of failure. */
@Injectable()
export class Credentials {
  private readonly logger = new Logger('Login');

  constructor(
    private readonly throttle: LoginThrottle,
    private readonly hashes: PasswordHashes,
    private readonly renewHash: RenewPasswordHash,
  ) {}

  /**
   * The id of the account these credentials open. Throws `invalid_credentials`, `too_many_attempts`, or `unavailable`
   * while too many others are looked at. Not to be called inside a transaction: hashing would hold its connection, and a
   * rollback would take back the counting.
   */
  async check(ctx: Ctx, claim: Claim, password: string): Promise<number> {
    const attempt = { ...claim, secret: 'password' } as const;
    const line = this.throttle.isKnown(attempt) ? 'first' : 'others';
    // Before anything is asked of the database: a flood is to be turned away at little cost.
    this.hashes.requireRoom(line);
    await this.throttle.begin(attempt);
    const known = await findPasswordHash(ctx, claim.email);
    const isRight = await this.hashes.matches(password, known?.hash ?? null, line).catch(async (error: unknown) => {
      if (error instanceof Problem && error.definition === unavailable.definition) await this.throttle.forget(attempt);
      throw error;
    });
    if (!known || !isRight) {
      this.logger.warn(
        `Wrong credentials for ${known ? `user ${known.userId}` : 'no known user'} (request ${ctx.requestId})`,
      );
      throw invalidCredentials('The address or the password is not right.');
    }
    await this.throttle.succeed(attempt);
    if (known.hash !== null && this.hashes.isOutdated(known.hash)) {
      await this.renewHash.run(ctx, { userId: known.userId, outdated: known.hash, password });
    }
    return known.userId;
  }
}
