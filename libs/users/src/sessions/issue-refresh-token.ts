import { newUuid } from '@pipit/kernel';
import type { EntityManager } from 'typeorm';
import { newRefreshSecret, refreshHash } from './refresh-secret.js';
import { RefreshToken, type Session } from './session.entity.js';

/** A refresh token in the hands of the client, told once. */
export interface IssuedRefreshToken {
  readonly id: string;
  readonly secret: string;
  readonly expiresAt: Date;
}

/** Adds a refresh token to a session; it never outlives the session itself. */
export async function issueRefreshToken(
  manager: EntityManager,
  session: Pick<Session, 'id' | 'expiresAt'>,
  idleDays: number,
): Promise<IssuedRefreshToken> {
  const secret = newRefreshSecret();
  const expiresAt = earlier(daysFromNow(idleDays), session.expiresAt);
  const id = newUuid();
  await manager.insert(RefreshToken, { id, tokenHash: refreshHash(secret), sessionId: session.id, expiresAt });
  return { id, secret, expiresAt };
}

/** The moment so many days ahead. */
export function daysFromNow(days: number): Date {
  return new Date(Date.now() + days * 86_400_000);
}

function earlier(a: Date, b: Date): Date {
  return a < b ? a : b;
}
