import {
  columnsOf,
  Group,
  GroupMember,
  GroupPermission,
  insertRows,
  invalid,
  keepSequenceAhead,
  newUuid,
  User,
  type WriteCtx,
} from '@pipit/cms';
import type { ImportPlan } from '../plan/import-plan.js';

/** Adds accounts, groups and what they are granted. A group that exists by name is used, and keeps its id. */
export async function writePeople(ctx: WriteCtx, plan: ImportPlan): Promise<ReadonlyMap<number, number>> {
  await writeUsers(ctx, plan);
  const groupIds = await writeGroups(ctx, plan);
  const members = plan.memberships.map(({ userId, groupId }) => ({ userId, groupId: groupIds.get(groupId) }));
  await insertRows(ctx.manager, GroupMember, members);
  for (const { id, grants } of plan.groups) {
    const rows = grants.map(({ permission, scope }) => ({
      groupId: groupIds.get(id),
      permission,
      ...columnsOf(scope),
    }));
    await ctx.manager.createQueryBuilder().insert().into(GroupPermission).values(rows).orIgnore().execute();
  }
  return groupIds;
}

async function writeUsers(ctx: WriteCtx, { users }: ImportPlan): Promise<void> {
  if (users.length === 0) return;
  const taken: { id: number; email: string }[] = await ctx.manager.query(
    'SELECT id, email FROM user_account WHERE id = ANY($1) OR email_key = ANY($2)',
    [users.map((user) => user.id), users.map((user) => user.emailKey)],
  );
  if (taken.length > 0) {
    const who = taken.map(({ id, email }) => `${id} (${email})`).join(', ');
    throw invalid(`There are accounts with ids or addresses of the export: ${who}.`);
  }
  await insertRows(
    ctx.manager,
    User,
    users.map((user) => ({ ...user, uuid: newUuid(), preferences: {} })),
  );
  await keepSequenceAhead(ctx.manager, 'user_account', Math.max(...users.map((user) => user.id)));
  for (const user of users) {
    ctx.record({ action: 'user.import', subject: { type: 'user', id: user.id, label: user.name } });
  }
}

async function writeGroups(ctx: WriteCtx, { groups }: ImportPlan): Promise<Map<number, number>> {
  const there = await ctx.manager.find(Group);
  const byName = new Map(there.map((group) => [group.name, group.id]));
  const takenIds = new Set(there.map((group) => group.id));
  const ids = new Map<number, number>();
  for (const { id, name } of groups) {
    const known = byName.get(name);
    if (known === undefined && takenIds.has(id)) throw invalid(`Group ${id} is called otherwise here than “${name}”.`);
    ids.set(id, known ?? id);
  }
  const added = groups.filter(({ name }) => !byName.has(name));
  await insertRows(
    ctx.manager,
    Group,
    added.map(({ id, name }) => ({ id, name })),
  );
  if (added.length > 0) await keepSequenceAhead(ctx.manager, 'user_group', Math.max(...added.map((group) => group.id)));
  return ids;
}
