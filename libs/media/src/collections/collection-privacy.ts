import { Injectable } from '@nestjs/common';
import { PasswordHasher, ViewRestriction, ViewRestrictionGroup, type RestrictionKind } from '@pipit/access';
import { Action, Hooks, invalid, type Ctx, type WriteCtx } from '@pipit/kernel';
import type { Collection } from '../collection.entity.js';
import { CollectionPrivacyChanged } from '../events.js';
import { BeforeCollectionPrivacyChange } from '../hooks.js';
import { CollectionTree } from './collection-tree.js';

/** One restriction that covers a collection. */
export interface CollectionRestriction {
  readonly kind: RestrictionKind;
  /** Of `groups`: who may read. */
  readonly groups: readonly { readonly id: number; readonly name: string }[];
  /** The collection above that brings it; null for its own. */
  readonly inheritedFrom: { readonly id: number; readonly name: string } | null;
}

/** Who may read what is in a collection and below it; null: everybody, as far as those above let them. */
export interface RestrictCollectionInput {
  readonly id: number;
  readonly kind: RestrictionKind | null;
  /** Of `groups`. */
  readonly groups?: readonly number[] | undefined;
  /** Of `password`. Absent: as it is. */
  readonly password?: string | undefined;
}

/** Reads who may read a collection. Passwords and their hashes never leave the database through it. */
@Injectable()
export class CollectionPrivacy {
  /** All that covers it, its own first, then from the nearest above upwards. Readers have to pass them all. */
  async of(ctx: Ctx, id: number): Promise<CollectionRestriction[]> {
    const rows: (Omit<CollectionRestriction, 'inheritedFrom'> & { id: number; name: string })[] =
      await ctx.manager.query(
        `SELECT r.restriction AS kind, a.id, a.name,
                coalesce((SELECT json_agg(json_build_object('id', g.id, 'name', g.name) ORDER BY g.name)
                            FROM view_restriction_group m JOIN user_group g ON g.id = m.group_id
                           WHERE m.view_restriction_id = r.id), '[]') AS groups
           FROM collection c
           JOIN collection a ON c.path >= a.path AND c.path < left(a.path, -1) || '/'
           JOIN view_restriction r ON r.kind = 'collection' AND r.target_id = a.id
          WHERE c.id = $1 ORDER BY a.depth DESC`,
        [id],
      );
    return rows.map(({ id: from, name, kind, groups }) => ({
      kind,
      groups,
      inheritedFrom: from === id ? null : { id: from, name },
    }));
  }

  /** Groups a collection may be shown to. */
  groups(ctx: Ctx): Promise<{ id: number; name: string }[]> {
    return ctx.manager.query('SELECT id, name FROM user_group ORDER BY name');
  }
}

/** Narrows who may read what is in a collection and below it, or opens it again. What covers those above holds besides. */
@Injectable()
export class RestrictCollection extends Action<RestrictCollectionInput, Collection> {
  constructor(
    private readonly tree: CollectionTree,
    private readonly passwords: PasswordHasher,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, input: RestrictCollectionInput): Promise<Collection> {
    const { id, kind } = input;
    const collection = await this.tree.take(ctx, id, 'collection.edit');
    await this.hooks.run(new BeforeCollectionPrivacyChange(ctx, collection, kind));
    const known = await restrictionOf(ctx, id);
    const groups = kind === 'groups' ? await requireGroups(ctx, input.groups ?? []) : [];
    if (kind === null) {
      if (known) await ctx.manager.delete(ViewRestriction, { id: known.id });
    } else {
      const passwordHash = kind === 'password' ? await this.passwordHash(input.password, known) : null;
      const { id: restrictionId } = await ctx.manager.save(ViewRestriction, {
        ...(known ? { id: known.id } : {}),
        kind: 'collection' as const,
        targetId: id,
        restriction: kind,
        passwordHash,
      });
      await ctx.manager.delete(ViewRestrictionGroup, { viewRestrictionId: restrictionId });
      for (const { id: groupId } of groups) {
        await ctx.manager.insert(ViewRestrictionGroup, { viewRestrictionId: restrictionId, groupId });
      }
    }
    const action = kind === null ? 'collection.open' : 'collection.restrict';
    const data = { kind: kind ?? known?.restriction ?? null, ...(groups.length > 0 ? { groups } : {}) };
    ctx.record({ action, subject: { type: 'collection', id, label: collection.name }, data });
    ctx.emit(new CollectionPrivacyChanged(id));
    return collection;
  }

  private async passwordHash(password: string | undefined, known: ViewRestriction | null): Promise<string> {
    if (password !== undefined) return this.passwords.hash(password);
    if (known?.passwordHash) return known.passwordHash;
    const message = 'Say what the password is.';
    throw invalid(message, [{ path: '/password', code: 'required', message }]);
  }
}

function restrictionOf(ctx: WriteCtx, id: number): Promise<ViewRestriction | null> {
  return ctx.manager
    .createQueryBuilder(ViewRestriction, 'r')
    .addSelect('r.passwordHash')
    .where(`r.kind = 'collection' AND r.targetId = :id`, { id })
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
