import { notFound, type AuditSubject, type Ctx, type WriteCtx } from '@pipit/kernel';
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

/** The group with this id, locked for the rest of the transaction; throws `not_found`. */
export async function takeGroup(ctx: WriteCtx, id: number): Promise<Group> {
  const group = await ctx.manager.findOne(Group, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!group) throw notFound(`There is no group ${id}.`);
  return group;
}

/** The group as the audit log calls it. */
export function groupSubject({ id, name }: Pick<Group, 'id' | 'name'>): AuditSubject {
  return { type: 'group', id, label: name };
}
