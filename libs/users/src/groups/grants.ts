import type { Grant, GrantScope } from '@pipit/access';
import type { Ctx } from '@pipit/kernel';
import { GroupPermission } from './group.entity.js';

type ScopeColumns = Pick<GroupPermission, 'scopeKind' | 'scopeId' | 'scopeType'>;

/** What these groups are granted, all together. */
export async function grantsOfGroups(ctx: Ctx, groupIds: readonly number[]): Promise<Grant[]> {
  if (groupIds.length === 0) return [];
  const rows = await ctx.manager
    .createQueryBuilder(GroupPermission, 'given')
    .where('given.groupId = ANY(:groupIds)', { groupIds })
    .getMany();
  return rows.map((row) => ({ permission: row.permission, scope: scopeOf(row), groupId: row.groupId }));
}

/** A grant's scope as it is stored. */
export function columnsOf(scope: GrantScope): ScopeColumns {
  return {
    scopeKind: scope.kind,
    scopeId: 'id' in scope ? scope.id : null,
    scopeType: scope.kind === 'type' ? scope.name : null,
  };
}

function scopeOf({ scopeKind, scopeId, scopeType }: ScopeColumns): GrantScope {
  if (scopeKind === 'everywhere') return { kind: 'everywhere' };
  if (scopeKind === 'type') return { kind: 'type', name: scopeType ?? '' };
  return { kind: scopeKind, id: scopeId ?? 0 };
}
