import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { newUuid, type Ctx, type Problem, type WriteCtx } from '@pipit/kernel';
import type { EntityManager } from 'typeorm';
import { linkExpired } from '../errors.js';
import { OneTimeToken, type Purpose } from './one-time-token.entity.js';

/** Minutes a link is good for. */
const LIFE: Readonly<Record<Purpose, number>> = { invitation: 7 * 24 * 60, reset: 60, email: 24 * 60 };

/** A link's secret, told once. */
export interface IssuedToken {
  readonly secret: string;
  readonly expiresAt: Date;
}

/** What a token that was good stood for. */
export interface RedeemedToken {
  readonly userId: number;
  readonly email: string | null;
}

/** Makes the secrets of links and takes them back, each once. */
@Injectable()
export class OneTimeTokens {
  /** A new secret. Older ones of that person for the same purpose are void. */
  async issue(
    manager: EntityManager,
    purpose: Purpose,
    userId: number,
    email: string | null = null,
  ): Promise<IssuedToken> {
    const secret = randomBytes(32).toString('base64url');
    const expiresAt = new Date(Date.now() + LIFE[purpose] * 60_000);
    await manager.delete(OneTimeToken, { userId, purpose });
    await manager.insert(OneTimeToken, { id: newUuid(), userId, purpose, email, tokenHash: hashOf(secret), expiresAt });
    return { secret, expiresAt };
  }

  /** Throws `link_expired` unless the secret is good; leaves it as it is. Spares the work that comes before redeeming. */
  async require(ctx: Ctx, purpose: Purpose, secret: string): Promise<void> {
    const rows: unknown[] = await ctx.manager.query(
      'SELECT 1 FROM one_time_token WHERE token_hash = $1 AND purpose = $2 AND expires_at > now()',
      [hashOf(secret), purpose],
    );
    if (rows.length === 0) throw over();
  }

  /**
   * What this secret stands for; throws `link_expired`. It is deleted in the statement that finds it, so of many at the
   * same time one gets it, and a transaction that fails gives it back.
   */
  async redeem(ctx: WriteCtx, purpose: Purpose, secret: string): Promise<RedeemedToken> {
    const [rows]: [{ userId: number; email: string | null }[], number] = await ctx.manager.query(
      `DELETE FROM one_time_token WHERE token_hash = $1 AND purpose = $2 AND expires_at > now()
       RETURNING user_id AS "userId", email`,
      [hashOf(secret), purpose],
    );
    if (rows[0]) return rows[0];
    throw over();
  }
}

/** The same for every link that is not good. */
export function over(): Problem {
  return linkExpired('This link was used already, or its time is over. Ask for a new one.');
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
