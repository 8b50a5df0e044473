import { type PasswordHashes, ViewRestriction, ViewRestrictionGroup, type WriteCtx } from '@pipit/cms';
import type { ImportPlan } from '../plan/import-plan.js';
import type { GroupIds } from './write-people.js';

/** Adds restrictions of who may read. Wagtail keeps their passwords in the clear; here only a hash is stored. */
export async function writeRestrictions(
  ctx: WriteCtx,
  { restrictions }: ImportPlan,
  groups: GroupIds,
  hashes: PasswordHashes,
): Promise<void> {
  for (const { kind, targetId, restriction, password, groups: names } of restrictions) {
    const passwordHash = password === null ? null : await hashes.hash(password);
    const { identifiers } = await ctx.manager.insert(ViewRestriction, { kind, targetId, restriction, passwordHash });
    const viewRestrictionId = (identifiers[0] as { id: number }).id;
    const members = names.map((name) => ({ viewRestrictionId, groupId: groups.of(name) }));
    if (members.length > 0) await ctx.manager.insert(ViewRestrictionGroup, members);
    ctx.record({ action: `${kind}.restrict`, subject: { type: kind, id: targetId, label: '' }, data: { restriction } });
  }
}
