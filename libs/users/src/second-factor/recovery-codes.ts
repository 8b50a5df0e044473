import { createHash, randomInt } from 'node:crypto';
import type { WriteCtx } from '@pipit/kernel';
import { RecoveryCode } from './recovery-code.entity.js';

const COUNT = 10;
/** Letters and digits that nobody takes for each other. Ten of them are 50 bits, of which nobody guesses one by trying. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Ten new codes, told once; the former ones are void. */
export async function newRecoveryCodes(ctx: WriteCtx, userId: number): Promise<string[]> {
  const codes = Array.from({ length: COUNT }, () => `${word()}-${word()}`);
  await ctx.manager.delete(RecoveryCode, { userId });
  await ctx.manager.insert(
    RecoveryCode,
    codes.map((code) => ({ userId, codeHash: hashOf(userId, code) })),
  );
  return codes;
}

/** Takes a code away; false when it is none of theirs. Of two who use it at the same time one gets true. */
export async function useRecoveryCode(ctx: WriteCtx, userId: number, code: string): Promise<boolean> {
  const { affected } = await ctx.manager.delete(RecoveryCode, { userId, codeHash: hashOf(userId, code) });
  return affected === 1;
}

function word(): string {
  return Array.from({ length: 5 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}

function hashOf(userId: number, code: string): string {
  const plain = code.toLowerCase().replace(/[^a-z0-9]/g, '');
  return createHash('sha256').update(`recovery ${userId} ${plain}`).digest('base64url');
}
