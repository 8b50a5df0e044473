import { Injectable } from '@nestjs/common';
import { invalid, type WriteCtx } from '@pipit/kernel';
import { PasswordHasher } from './password-hasher.js';
import { ViewRestriction, ViewRestrictionGroup, type RestrictionKind } from './view-restriction.entity.js';

/** A page or collection by its id. */
export type RestrictedPlace = Pick<ViewRestriction, 'kind' | 'targetId'>;

/** Who may read what is in a place and below it. */
export interface RestrictionInput {
  readonly kind: RestrictionKind;
  /** Of `groups`: who may read. */
  readonly groups?: readonly number[] | undefined;
  /** Of `password`: what readers have to know. Absent: as it is. */
  readonly password?: string | undefined;
}

/** A group by the name people know. */
export interface NamedGroup {
  readonly id: number;
  readonly name: string;
}

/** Narrows who may read places, and opens them again. Whether somebody may do so has to be decided before. */
@Injectable()
export class Restrictions {
  constructor(private readonly passwords: PasswordHasher) {}

  /** What a place itself is restricted to; its hash is not read. */
  of({ manager }: WriteCtx, place: RestrictedPlace): Promise<ViewRestriction | null> {
    return manager.findOneBy(ViewRestriction, place);
  }

  /** Restricts a place, anew or otherwise, and answers the groups it lets in. Throws `invalid` at `/groups`, `/password`. */
  async set(
    ctx: WriteCtx,
    place: RestrictedPlace,
    { kind, groups, password }: RestrictionInput,
  ): Promise<NamedGroup[]> {
    const { manager } = ctx;
    const known = await withHash(ctx, place);
    const named = kind === 'groups' ? await requireGroups(ctx, groups ?? []) : [];
    const passwordHash = kind === 'password' ? await this.passwordHash(password, known) : null;
    const own = known ? { id: known.id } : {};
    const { id } = await manager.save(ViewRestriction, { ...own, ...place, restriction: kind, passwordHash });
    await manager.delete(ViewRestrictionGroup, { viewRestrictionId: id });
    for (const group of named) await manager.insert(ViewRestrictionGroup, { viewRestrictionId: id, groupId: group.id });
    return named;
  }

  /** Takes away what a place itself is restricted to, and answers what that was. */
  async lift(ctx: WriteCtx, place: RestrictedPlace): Promise<RestrictionKind | null> {
    const known = await this.of(ctx, place);
    if (known) await ctx.manager.delete(ViewRestriction, { id: known.id });
    return known?.restriction ?? null;
  }

  private async passwordHash(password: string | undefined, known: ViewRestriction | null): Promise<string> {
    if (password !== undefined) return this.passwords.hash(password);
    if (known?.passwordHash) return known.passwordHash;
    const message = 'Say what the password is.';
    throw invalid(message, [{ path: '/password', code: 'required', message }]);
  }
}

function withHash({ manager }: WriteCtx, { kind, targetId }: RestrictedPlace): Promise<ViewRestriction | null> {
  return manager
    .createQueryBuilder(ViewRestriction, 'r')
    .addSelect('r.passwordHash')
    .where('r.kind = :kind AND r.targetId = :targetId', { kind, targetId })
    .getOne();
}

/** They stay until the transaction ends. */
async function requireGroups({ manager }: WriteCtx, ids: readonly number[]): Promise<NamedGroup[]> {
  const refuse = (path: string, message: string) => invalid(message, [{ path, code: 'unknown_group', message }]);
  if (ids.length === 0) throw refuse('/groups', 'Choose at least one group.');
  const found: NamedGroup[] = await manager.query(
    'SELECT id, name FROM user_group WHERE id = ANY($1::int[]) ORDER BY name FOR KEY SHARE',
    [ids],
  );
  const missing = ids.findIndex((id) => !found.some((group) => group.id === id));
  if (missing >= 0) throw refuse(`/groups/${missing}`, `There is no group ${ids[missing]}.`);
  return found;
}
