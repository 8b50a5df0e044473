import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { tooManyAttempts } from '@pipit/kernel';
import { DataSource } from 'typeorm';
import { emailKey } from '../accounts/email.js';
import type { Attempt } from './attempt.js';
import { clientNetwork } from './client-address.js';
import { KnownDevices } from './known-devices.js';

/** Wrong tries at one account from one client before it has to wait. */
const PER_ACCOUNT = 10;
/** Wrong tries from one client at whatever accounts. */
const PER_CLIENT = 100;
/** Wrong codes at one account from wherever: who gets so far has its password, so it is no stranger who is held up. */
const CODES_EVERYWHERE = 30;
const WINDOW_SECONDS = 15 * 60;

interface Counted {
  readonly count: number;
  readonly wait: number;
}

interface Limit {
  readonly key: string;
  readonly most: number;
  /** Of whom a right secret forgets the wrong tries; of all others it takes back the one. */
  readonly isOwn: boolean;
}

/**
 * Slows down guessing. An attempt counts before the secret is checked, so that many at once gain nothing; it is given
 * back when the secret was right. Counting per account *and* client keeps strangers from locking an owner out, and a
 * browser in which the account was opened before is counted on its own, so that not even those of the same network can.
 */
@Injectable()
export class LoginThrottle {
  constructor(
    private readonly dataSource: DataSource,
    private readonly devices: KnownDevices,
  ) {}

  /** Was this account opened in this browser before? */
  isKnown({ device, email }: Attempt): boolean {
    return this.devices.find(device, email) !== null;
  }

  /** Counts an attempt; throws `too_many_attempts` beyond the limits. */
  async begin(attempt: Attempt): Promise<void> {
    let wait = 0;
    for (const { key, most } of this.limits(attempt)) {
      const counted = await this.count(key);
      if (counted.count > most) wait = Math.max(wait, counted.wait);
    }
    if (wait > 0) throw tooManyAttempts('Too many attempts. Wait a while and try again.', [], { retryAfter: wait });
  }

  /** The secret was right: forgets the wrong tries before it. */
  async succeed(attempt: Attempt): Promise<void> {
    const limits = this.limits(attempt);
    const own = limits.filter(({ isOwn }) => isOwn).map(({ key }) => key);
    await this.dataSource.query('DELETE FROM login_attempt WHERE key = ANY($1)', [own]);
    await this.takeBack(limits.filter(({ isOwn }) => !isOwn));
  }

  /** The secret was not looked at. */
  forget(attempt: Attempt): Promise<void> {
    return this.takeBack(this.limits(attempt));
  }

  private limits(attempt: Attempt): Limit[] {
    const { email, secret, address } = attempt;
    const what = `${secret} ${emailKey(email)}`;
    const device = this.devices.find(attempt.device, email);
    if (device !== null) return [{ key: hashed(`device ${device} ${what}`), most: PER_ACCOUNT, isOwn: true }];
    const network = clientNetwork(address);
    return [
      { key: hashed(`client ${network}`), most: PER_CLIENT, isOwn: false },
      { key: hashed(`account ${network} ${what}`), most: PER_ACCOUNT, isOwn: true },
      ...(secret === 'code' ? [{ key: hashed(`everywhere ${what}`), most: CODES_EVERYWHERE, isOwn: false }] : []),
    ];
  }

  private async takeBack(limits: readonly Limit[]): Promise<void> {
    const keys = limits.map(({ key }) => key);
    await this.dataSource.query('UPDATE login_attempt SET count = count - 1 WHERE key = ANY($1) AND count > 0', [keys]);
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

function hashed(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
