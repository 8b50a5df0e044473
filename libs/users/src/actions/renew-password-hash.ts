import { Injectable } from '@nestjs/common';
import { Action, type Ctx, type WriteCtx } from '@pipit/kernel';
import { userActor, userSubject } from '../accounts/user-actor.js';
import { User } from '../accounts/user.entity.js';
import { PasswordHashes } from '../passwords/password-hashes.js';
import { getUser } from '../queries/accounts.js';

/** Whose password was just seen to be right, and the hash it was compared with. */
export interface OutdatedHash {
  readonly userId: number;
  readonly outdated: string;
  readonly password: string;
}

/** Hashes a password anew at the present cost, the moment it is known. It stays the same, so no session ends. */
@Injectable()
export class RenewPasswordHash extends Action<OutdatedHash & { passwordHash?: string }, void> {
  constructor(private readonly hashes: PasswordHashes) {
    super();
  }

  /** Hashes before the transaction begins, which would hold a connection all the while. */
  override async run(ctx: Ctx, input: OutdatedHash): Promise<void> {
    const user = await getUser(ctx, input.userId);
    const passwordHash = await this.hashes.hash(input.password);
    return super.run({ ...ctx, actor: userActor(user) }, { ...input, passwordHash });
  }

  protected async perform(ctx: WriteCtx, input: OutdatedHash & { passwordHash?: string }): Promise<void> {
    const { userId, outdated, passwordHash } = input;
    // Whoever chose another password meanwhile keeps that one.
    const { affected } = await ctx.manager.update(User, { id: userId, passwordHash: outdated }, { passwordHash });
    if (affected === 1) ctx.record({ action: 'user.renewHash', subject: userSubject(await getUser(ctx, userId)) });
  }
}
