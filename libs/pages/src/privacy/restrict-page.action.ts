import { Injectable } from '@nestjs/common';
import { PasswordHasher, ViewRestriction, ViewRestrictionGroup, type RestrictionKind } from '@pipit/access';
import { Action, Hooks, invalid, type WriteCtx } from '@pipit/kernel';
import { Aliases } from '../aliases/aliases.js';
import { PageAccess } from '../actions/page-access.js';
import { auditSubject } from '../actions/page-writer.js';
import { PageRestricted } from '../events.js';
import { BeforePrivacyChange } from '../hooks.js';
import type { Page } from '../page.entity.js';

/** Who may read a page and all below it. */
export interface RestrictPageInput {
  readonly pageId: number;
  readonly kind: RestrictionKind;
  /** Of `groups`: who may read it. */
  readonly groups?: readonly number[] | undefined;
  /** Of `password`: what readers have to know. Absent: as it is. */
  readonly password?: string | undefined;
}

/** Narrows who may read a page and all below it, once it is live. What covers pages above holds besides. */
@Injectable()
export class RestrictPage extends Action<RestrictPageInput, Page> {
  constructor(
    private readonly access: PageAccess,
    private readonly passwords: PasswordHasher,
    private readonly hooks: Hooks,
    private readonly aliases: Aliases,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, input: RestrictPageInput): Promise<Page> {
    const { pageId, kind } = input;
    // An editor's lock is about what the page says; hiding it may not have to wait.
    const page = await this.access.takeLocked(ctx, pageId);
    await this.access.requireOn(ctx, page, 'page.publish');
    await this.access.requireOwnContent(ctx, page);
    await this.hooks.run(new BeforePrivacyChange(ctx, page, kind));
    const known = await restrictionOf(ctx, pageId);
    const groups = kind === 'groups' ? await requireGroups(ctx, input.groups ?? []) : [];
    const passwordHash = kind === 'password' ? await this.passwordHash(input.password, known) : null;
    const restriction = await ctx.manager.save(ViewRestriction, {
      ...(known ? { id: known.id } : {}),
      kind: 'page' as const,
      targetId: pageId,
      restriction: kind,
      passwordHash,
    });
    await ctx.manager.delete(ViewRestrictionGroup, { viewRestrictionId: restriction.id });
    for (const { id } of groups) {
      await ctx.manager.insert(ViewRestrictionGroup, { viewRestrictionId: restriction.id, groupId: id });
    }
    await this.aliases.followPrivacy(ctx, pageId);
    const data = { kind, ...(groups.length > 0 ? { groups } : {}) };
    ctx.record({ action: 'page.restrict', subject: auditSubject(page), data });
    ctx.emit(new PageRestricted(page));
    return page;
  }

  private async passwordHash(password: string | undefined, known: ViewRestriction | null): Promise<string> {
    if (password !== undefined) return this.passwords.hash(password);
    if (known?.passwordHash) return known.passwordHash;
    const message = 'Say what the password is.';
    throw invalid(message, [{ path: '/password', code: 'required', message }]);
  }
}

/** What the page itself is restricted to, its hash included. */
export function restrictionOf(ctx: WriteCtx, pageId: number): Promise<ViewRestriction | null> {
  return ctx.manager
    .createQueryBuilder(ViewRestriction, 'r')
    .addSelect('r.passwordHash')
    .where(`r.kind = 'page' AND r.targetId = :pageId`, { pageId })
    .getOne();
}

async function requireGroups(ctx: WriteCtx, ids: readonly number[]): Promise<{ id: number; name: string }[]> {
  const refuse = (path: string, message: string) => invalid(message, [{ path, code: 'unknown_group', message }]);
  if (ids.length === 0) throw refuse('/groups', 'Choose at least one group.');
  const found: { id: number; name: string }[] = await ctx.manager.query(
    'SELECT id, name FROM user_group WHERE id = ANY($1::int[]) ORDER BY name FOR KEY SHARE',
    [ids],
  );
  const missing = ids.findIndex((id) => !found.some((group) => group.id === id));
  if (missing >= 0) throw refuse(`/groups/${missing}`, `There is no group ${ids[missing]}.`);
  return found;
}
