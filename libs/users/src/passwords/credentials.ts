import { Injectable, Logger } from '@nestjs/common';
import type { Ctx } from '@pipit/kernel';
import { invalidCredentials } from '../errors.js';
import { findPasswordHash } from '../queries/accounts.js';
import { LoginThrottle, type Attempt } from '../throttle/login-throttle.js';
import { PasswordHashes } from './password-hashes.js';

/** Checks passwords: throttled, and with one answer and one duration for every kind of failure. */
@Injectable()
export class Credentials {
  private readonly logger = new Logger('Login');

  constructor(
    private readonly throttle: LoginThrottle,
    private readonly hashes: PasswordHashes,
  ) {}

  /**
   * The id of the account these credentials open. Throws `invalid_credentials` or `too_many_attempts`. Not to be called
   * inside a transaction: hashing would hold its connection, and a rollback would take back the counting.
   */
  async check(ctx: Ctx, attempt: Attempt, password: string): Promise<number> {
    await this.throttle.begin(attempt);
    const known = await findPasswordHash(ctx, attempt.email);
    const isRight = await this.hashes.matches(password, known?.hash ?? null);
    if (!known || !isRight) {
      this.logger.warn(
        `Wrong credentials for ${known ? `user ${known.userId}` : 'no known user'} (request ${ctx.requestId})`,
      );
      throw invalidCredentials('The address or the password is not right.');
    }
    await this.throttle.succeed(attempt);
    return known.userId;
  }
}
