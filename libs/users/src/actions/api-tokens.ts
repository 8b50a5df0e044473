import { Injectable } from '@nestjs/common';
import { findPermission, Policy } from '@pipit/access';
import { Action, Hooks, forbidden, invalid, notFound, type Ctx, type WriteCtx } from '@pipit/kernel';
import { ApiToken } from '../api-tokens/api-token.entity.js';
import { requireNetworks, requireOrigins } from '../api-tokens/networks.js';
import { newTokenSecret, shownPrefix, tokenHash } from '../api-tokens/token-secret.js';
import { ApiTokenChanged } from '../events.js';
import { BeforeApiTokenChange } from '../hooks.js';
import { isAllPowerful, isOneself } from '../policy.js';
import { getCurrentUser } from '../queries/accounts.js';
import { Confirmation } from '../sessions/confirmation.js';

/** A token to be made. */
export interface NewApiToken {
  readonly name: string;
  readonly delivery: boolean;
  readonly preview: boolean;
  readonly permissions: readonly string[];
  readonly origins: readonly string[];
  readonly networks: readonly string[];
  readonly expiresAt: Date | null;
}

/** A token and its secret, told once. */
export interface IssuedApiToken {
  readonly id: number;
  readonly secret: string;
}

/** Makes a token that hands on some of one's own rights to a program. */
@Injectable()
export class CreateApiToken extends Action<NewApiToken, IssuedApiToken> {
  constructor(
    private readonly policy: Policy,
    private readonly confirmation: Confirmation,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, input: NewApiToken): Promise<IssuedApiToken> {
    await this.policy.require(ctx, 'token.manage');
    await this.confirmation.require(ctx);
    const user = await getCurrentUser(ctx);
    await this.hooks.run(new BeforeApiTokenChange(ctx, user));
    const secret = newTokenSecret();
    const token = await ctx.manager.save(
      ctx.manager.create(ApiToken, {
        name: requireName(input.name),
        userId: user.id,
        delivery: input.delivery,
        preview: input.preview,
        permissions: await this.held(ctx, input),
        origins: requireOrigins(input.origins),
        networks: requireNetworks(input.networks),
        expiresAt: requireFuture(input.expiresAt),
        prefix: shownPrefix(secret),
        tokenHash: tokenHash(secret),
      }),
    );
    ctx.record({ action: 'token.create', subject: subjectOf(token), data: { permissions: token.permissions } });
    ctx.emit(new ApiTokenChanged(user.id));
    return { id: token.id, secret };
  }

  /** Nobody hands on what they do not hold. Later the token has no more than its maker, whatever it names. */
  private async held(ctx: Ctx, { permissions, delivery, preview }: NewApiToken): Promise<string[]> {
    if (!delivery && !preview && permissions.length === 0)
      throw refused('/permissions', 'Say what the token is to open.');
    for (const [at, name] of permissions.entries()) {
      if (!findPermission(name)) throw refused(`/permissions/${at}`, `There is no permission “${name.slice(0, 100)}”.`);
      if (!(await this.policy.can(ctx, name))) throw forbidden('You can only hand on what you hold yourself.');
    }
    return [...new Set(permissions)];
  }
}

/** Gives a token a new secret. The former one stays good for a while, so that programs can be told one after the other. */
@Injectable()
export class RotateApiToken extends Action<{ id: number; overlapHours: number }, IssuedApiToken> {
  constructor(
    private readonly policy: Policy,
    private readonly confirmation: Confirmation,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(
    ctx: WriteCtx,
    { id, overlapHours }: { id: number; overlapHours: number },
  ): Promise<IssuedApiToken> {
    await this.policy.require(ctx, 'token.manage');
    await this.confirmation.require(ctx);
    const token = await takeToken(ctx, id);
    if (!isOneself(ctx, token.userId)) throw notFound(`There is no API token ${id}.`);
    await this.hooks.run(new BeforeApiTokenChange(ctx, await getCurrentUser(ctx)));
    const secret = newTokenSecret();
    const isOver = overlapHours === 0;
    await ctx.manager.update(ApiToken, id, {
      tokenHash: tokenHash(secret),
      prefix: shownPrefix(secret),
      formerHash: isOver ? null : token.tokenHash,
      formerUntil: isOver ? null : new Date(Date.now() + overlapHours * 3_600_000),
    });
    ctx.record({ action: 'token.rotate', subject: subjectOf(token), data: { overlapHours } });
    ctx.emit(new ApiTokenChanged(token.userId));
    return { id, secret };
  }
}

/** Takes a token back: it is worth nothing from the next request on. One's own; administrators take anybody's back. */
@Injectable()
export class DeleteApiToken extends Action<{ id: number }, void> {
  constructor(
    private readonly policy: Policy,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, { id }: { id: number }): Promise<void> {
    await this.policy.require(ctx, 'token.manage');
    const token = await takeToken(ctx, id);
    if (!isOneself(ctx, token.userId) && !isAllPowerful(ctx)) throw notFound(`There is no API token ${id}.`);
    await this.hooks.run(new BeforeApiTokenChange(ctx, await getCurrentUser(ctx)));
    await ctx.manager.delete(ApiToken, { id });
    ctx.record({ action: 'token.delete', subject: subjectOf(token) });
    ctx.emit(new ApiTokenChanged(token.userId));
  }
}

async function takeToken(ctx: WriteCtx, id: number): Promise<ApiToken> {
  const token = await ctx.manager
    .createQueryBuilder(ApiToken, 'token')
    .addSelect('token.tokenHash')
    .where('token.id = :id', { id })
    .setLock('pessimistic_write')
    .getOne();
  if (!token) throw notFound(`There is no API token ${id}.`);
  return token;
}

function requireName(given: string): string {
  const name = given.trim();
  if (name === '') throw refused('/name', 'Say which program it is for.');
  return name;
}

function requireFuture(moment: Date | null): Date | null {
  if (moment === null || moment > new Date()) return moment;
  throw refused('/expiresAt', 'That is over already.');
}

function refused(path: string, message: string) {
  return invalid(message, [{ path, code: 'refused', message }]);
}

function subjectOf({ id, name }: Pick<ApiToken, 'id' | 'name'>) {
  return { type: 'token', id, label: name };
}
