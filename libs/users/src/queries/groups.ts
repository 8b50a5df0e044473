import { notFound, type Ctx } from '@pipit/kernel';
import { Group } from '../groups/group.entity.js';

/** The group with this id; throws `not_found`. */
export async function getGroup(ctx: Ctx, id: number): Promise<Group> {
  const group = await ctx.manager.findOneBy(Group, { id });
  if (!group) throw notFound(`There is no group ${id}.`);
  return group;
}

/** The group with this name, or null. */
export function findGroupByName(ctx: Ctx, name: string): Promise<Group | null> {
  return ctx.manager.findOneBy(Group, { name });
}
