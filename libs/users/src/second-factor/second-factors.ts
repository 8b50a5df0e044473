import { Injectable } from '@nestjs/common';
import { invalid, type Ctx, type WriteCtx } from '@pipit/kernel';
import { generateSecret, generateURI, verify } from 'otplib';
import { User } from '../accounts/user.entity.js';
import { GroupMember } from '../groups/group.entity.js';
import { UsersConfig } from '../users.options.js';
import { newRecoveryCodes, useRecoveryCode } from './recovery-codes.js';
import { SealedSecrets } from './sealed-secrets.js';

/** What signing in asks for beyond the password: nothing, a code, or to set up an app first. */
export type FactorNeed = 'none' | 'code' | 'enrolment';

/** What an authenticator app is told, once. */
export interface Enrolment {
  /** For those who type it. */
  readonly secret: string;
  /** For those who scan it: `otpauth://totp/…`. */
  readonly uri: string;
}

/** Seconds a code may be early or late: clocks differ. */
const TOLERANCE = 30;
const CODE = /^\d{6}$/;

/** Authenticator apps (TOTP, RFC 6238) and the codes that stand in for them. */
@Injectable()
export class SecondFactors {
  constructor(
    private readonly sealed: SealedSecrets,
    private readonly config: UsersConfig,
  ) {}

  /** What signing in to this account asks for. */
  async needOf(ctx: Ctx, user: Pick<User, 'id' | 'secondFactorAt'>): Promise<FactorNeed> {
    if (user.secondFactorAt !== null) return 'code';
    return (await this.isRequired(ctx, user.id)) ? 'enrolment' : 'none';
  }

  /** Does a group of theirs ask for a second factor? */
  isRequired(ctx: Ctx, userId: number): Promise<boolean> {
    return ctx.manager
      .createQueryBuilder(GroupMember, 'member')
      .innerJoin('member.group', 'g', 'g.requiresSecondFactor')
      .where('member.userId = :userId', { userId })
      .getExists();
  }

  /** Makes a secret for an app. It counts for nothing until a code of it was seen. */
  async begin(ctx: WriteCtx, user: Pick<User, 'id' | 'email'>): Promise<Enrolment> {
    const secret = generateSecret();
    const totpSecret = this.sealed.seal(ownerOf(user.id), secret);
    await ctx.manager.update(User, user.id, { totpSecret, totpStep: null });
    const issuer = `Pipit ${new URL(this.config.editorUrl).host}`;
    return { secret, uri: generateURI({ issuer, label: user.email, secret }) };
  }

  /** Switches it on when the code is one of the app's. Answers recovery codes, told once. */
  async confirm(ctx: WriteCtx, userId: number, code: string): Promise<string[]> {
    if (!(await this.takeAppCode(ctx, userId, code))) throw wrongCode();
    await ctx.manager.update(User, userId, { secondFactorAt: new Date() });
    return newRecoveryCodes(ctx, userId);
  }

  /** Is this a code of the app, or a recovery code? Either is good for one use, whoever else uses it at the same time. */
  async take(ctx: WriteCtx, userId: number, code: string): Promise<'app' | 'recovery' | null> {
    const plain = code.replace(/\s/g, '');
    if (CODE.test(plain)) return (await this.takeAppCode(ctx, userId, plain)) ? 'app' : null;
    return (await useRecoveryCode(ctx, userId, plain)) ? 'recovery' : null;
  }

  private async takeAppCode(ctx: WriteCtx, userId: number, code: string): Promise<boolean> {
    const stored = await ctx.manager.findOne(User, {
      where: { id: userId },
      select: { id: true, totpSecret: true, totpStep: true },
      lock: { mode: 'pessimistic_write' },
    });
    const secret = stored?.totpSecret ? this.sealed.open(ownerOf(userId), stored.totpSecret) : null;
    if (!stored || secret === null || !CODE.test(code)) return false;
    const after = stored.totpStep === null ? {} : { afterTimeStep: stored.totpStep };
    const result = await verify({ secret, token: code, epochTolerance: TOLERANCE, ...after });
    if (!result.valid || !('timeStep' in result)) return false;
    const { totpSecret } = stored;
    const isOutdated = totpSecret !== null && this.sealed.isOutdated(totpSecret);
    await ctx.manager.update(User, userId, {
      totpStep: Number(result.timeStep),
      ...(isOutdated ? { totpSecret: this.sealed.seal(ownerOf(userId), secret) } : {}),
    });
    return true;
  }
}

/** The same for every code that is not good. */
export function wrongCode() {
  const message = 'This code is not right, or it was used already. Wait for the next one.';
  return invalid(message, [{ path: '/code', code: 'wrong', message }]);
}

function ownerOf(userId: number): string {
  return `totp ${userId}`;
}
