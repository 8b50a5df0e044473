import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { tooManyAttempts } from '@pipit/kernel';
import { DataSource } from 'typeorm';
import { emailKey } from '../accounts/email.js';
import { clientNetwork } from './client-address.js';

/** Wrong tries at one account from one client before it has to wait. */
const PER_ACCOUNT = 10;
/** Wrong tries from one client at whatever accounts. */
const PER_CLIENT = 100;
const WINDOW_SECONDS = 15 * 60;

/** Who tries, at which account. */
export interface Attempt {
  readonly email: string;
  /** IP address of the client. */
  readonly address: string;
}

interface Counted {
  readonly count: number;
  readonly wait: number;
}

/**
 * Slows down guessing. An attempt counts before the secret is checked, so that many at once gain nothing; it is given
 * back when the secret was right. Counting per account *and* client keeps strangers from locking an owner out.
 */
@Injectable()
export class LoginThrottle {
  constructor(private readonly dataSource: DataSource) {}

  /** Counts an attempt; throws `too_many_attempts` beyond the limits. */
  async begin(attempt: Attempt): Promise<void> {
    const client = await this.count(clientKey(attempt));
    const account = await this.count(accountKey(attempt));
    const wait = Math.max(client.count > PER_CLIENT ? client.wait : 0, account.count > PER_ACCOUNT ? account.wait : 0);
    if (wait > 0) throw tooManyAttempts('Too many attempts. Wait a while and try again.', [], { retryAfter: wait });
  }

  /** The secret was right: forgets the wrong tries before it. */
  async succeed(attempt: Attempt): Promise<void> {
    await this.dataSource.query('DELETE FROM login_attempt WHERE key = $1', [accountKey(attempt)]);
    await this.dataSource.query('UPDATE login_attempt SET count = count - 1 WHERE key = $1 AND count > 0', [
      clientKey(attempt),
    ]);
  }

  private async count(key: string): Promise<Counted> {
    const rows: Counted[] = await this.dataSource.query(
      `INSERT INTO login_attempt AS known (key, count, window_ends_at)
       VALUES ($1, 1, now() + make_interval(secs => $2))
       ON CONFLICT (key) DO UPDATE SET
         count = CASE WHEN known.window_ends_at < now() THEN 1 ELSE known.count + 1 END,
         window_ends_at = CASE WHEN known.window_ends_at < now() THEN excluded.window_ends_at ELSE known.window_ends_at END
       RETURNING count, greatest(1, ceil(extract(epoch FROM window_ends_at - now())))::int AS wait`,
      [key, WINDOW_SECONDS],
    );
    return rows[0] ?? { count: 0, wait: 0 };
  }
}

function accountKey({ email, address }: Attempt): string {
  return hashed(`account ${clientNetwork(address)} ${emailKey(email)}`);
}

function clientKey({ address }: Attempt): string {
  return hashed(`client ${clientNetwork(address)}`);
}

function hashed(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
