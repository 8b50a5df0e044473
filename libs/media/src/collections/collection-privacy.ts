import { Injectable } from '@nestjs/common';
import { Restrictions, type NamedGroup, type RestrictionInput, type RestrictionKind } from '@pipit/access';
import { Action, Hooks, type Ctx, type WriteCtx } from '@pipit/kernel';
import type { Collection } from '../collection.entity.js';
import { CollectionPrivacyChanged } from '../events.js';
import { BeforeCollectionPrivacyChange } from '../hooks.js';
import { CollectionTree } from './collection-tree.js';

/** One restriction that covers a collection. */
export interface CollectionRestriction {
  readonly kind: RestrictionKind;
  /** Of `groups`: who may read. */
  readonly groups: readonly NamedGroup[];
  /** The collection above that brings it; null for its own. */
  readonly inheritedFrom: { readonly id: number; readonly name: string } | null;
}

/** Who may read what is in a collection and below it; null: everybody, as far as those above let them. */
export interface RestrictCollectionInput extends Omit<RestrictionInput, 'kind'> {
  readonly id: number;
  readonly kind: RestrictionKind | null;
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
  groups(ctx: Ctx): Promise<NamedGroup[]> {
    return ctx.manager.query('SELECT id, name FROM user_group ORDER BY name');
  }
}

/** Narrows who may read what is in a collection and below it, or opens it again. What covers those above holds besides. */
@Injectable()
export class RestrictCollection extends Action<RestrictCollectionInput, Collection> {
  constructor(
    private readonly tree: CollectionTree,
    private readonly restrictions: Restrictions,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, input: RestrictCollectionInput): Promise<Collection> {
    const { id, kind } = input;
    const collection = await this.tree.take(ctx, id, 'collection.edit');
    await this.hooks.run(new BeforeCollectionPrivacyChange(ctx, collection, kind));
    const place = { kind: 'collection', targetId: id } as const;
    const lifted = kind === null ? await this.restrictions.lift(ctx, place) : null;
    const groups = kind === null ? [] : await this.restrictions.set(ctx, place, { ...input, kind });
    const action = kind === null ? 'collection.open' : 'collection.restrict';
    const data = { kind: kind ?? lifted, ...(groups.length > 0 ? { groups } : {}) };
    ctx.record({ action, subject: { type: 'collection', id, label: collection.name }, data });
    ctx.emit(new CollectionPrivacyChanged(id));
    return collection;
  }
}
