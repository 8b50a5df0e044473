import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { invalid, notFound, type Ctx } from '@pipit/kernel';
import { Collection } from './collection.entity.js';

/** Asks the policy about collections. */
@Injectable()
export class CollectionAccess {
  constructor(private readonly policy: Policy) {}

  /** The collection, provided that the acting person holds the permission in it. `field` names it in refusals. */
  async require(ctx: Ctx, permission: string, collectionId: number, field = '/collectionId'): Promise<Collection> {
    const collection = await ctx.manager.findOneBy(Collection, { id: collectionId });
    if (!collection) {
      const message = `There is no collection ${collectionId}.`;
      throw invalid(message, [{ path: field, code: 'unknown_collection', message }]);
    }
    await this.policy.require(ctx, permission, { kind: 'collection', path: collection.path });
    return collection;
  }

  /**
   * For a stored thing: whoever may not even choose it is told that it does not exist; whoever may, but lacks the
   * permission, is told so.
   */
  async requireFor(
    ctx: Ctx,
    subject: 'image' | 'document',
    verb: 'edit' | 'delete',
    collectionId: number,
  ): Promise<void> {
    const { path } = await ctx.manager.findOneByOrFail(Collection, { id: collectionId });
    const target = { kind: 'collection', path } as const;
    const permission = `${subject}.${verb}`;
    if (await this.policy.can(ctx, permission, target)) return;
    if (!(await this.policy.can(ctx, `${subject}.choose`, target))) throw notFound(`There is no such ${subject}.`);
    await this.policy.require(ctx, permission, target);
  }
}
