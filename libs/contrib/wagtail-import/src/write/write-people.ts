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
export async function writePeople(ctx: WriteCtx, plan: ImportPlan): Promise<GroupIds> {
  await writeUsers(ctx, plan);
  await writeGroups(ctx, plan);
  const groups = new GroupIds(await ctx.manager.find(Group));
  const members = plan.memberships.map(({ userId, group }) => ({ userId, groupId: groups.of(group) }));
  await insertRows(ctx.manager, GroupMember, members);
  for (const { name, grants } of plan.groups) {
    const rows = grants.map(({ permission, scope }) => ({ groupId: groups.of(name), permission, ...columnsOf(scope) }));
    await ctx.manager.createQueryBuilder().insert().into(GroupPermission).values(rows).orIgnore().execute();
  }
  return groups;
}

/** Ids of groups by name. */
export class GroupIds {
  private readonly ids: ReadonlyMap<string, number>;

  constructor(groups: readonly Pick<Group, 'id' | 'name'>[]) {
    this.ids = new Map(groups.map((group) => [group.name, group.id]));
  }

  /** The id of a group; refuses names nobody knows. */
  of(name: string): number {
    const id = this.ids.get(name);
    if (id === undefined) throw invalid(`The export names a group “${name}”, which is neither in it nor here.`);
    return id;
  }
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

async function writeGroups(ctx: WriteCtx, { groups }: ImportPlan): Promise<void> {
  const there = await ctx.manager.find(Group);
  const names = new Set(there.map((group) => group.name));
  const taken = new Set(there.map((group) => group.id));
  let free = Math.max(0, ...taken, ...groups.map((group) => group.id));
  const added = groups
    .filter(({ name }) => !names.has(name))
    .map(({ id, name }) => ({ id: taken.has(id) ? (free += 1) : id, name }));
  await insertRows(ctx.manager, Group, added);
  if (added.length > 0) await keepSequenceAhead(ctx.manager, 'user_group', Math.max(...added.map((group) => group.id)));
}
