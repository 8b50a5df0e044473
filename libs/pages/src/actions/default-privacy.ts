import { ViewRestriction } from '@pipit/access';
import type { ContentType } from '@pipit/content-types';
import { invalid, type WriteCtx } from '@pipit/kernel';

/** Restricts a new page as its type says, before anybody could read it. What covers its parent holds besides. */
export async function restrictNewPage(ctx: WriteCtx, type: ContentType, pageId: number): Promise<void> {
  const { defaultPrivacy = 'public' } = type.traits;
  if (defaultPrivacy === 'public') return;
  const groupIds = defaultPrivacy === 'login' ? [] : await idsOfGroups(ctx, type, defaultPrivacy.groups);
  await ctx.manager.save(ViewRestriction, {
    kind: 'page',
    targetId: pageId,
    restriction: defaultPrivacy === 'login' ? 'login' : 'groups',
    groups: groupIds.map((groupId) => ({ groupId })),
  });
}

async function idsOfGroups(ctx: WriteCtx, type: ContentType, names: readonly string[]): Promise<number[]> {
  const found: { id: number; name: string }[] = await ctx.manager.query(
    'SELECT id, name FROM user_group WHERE name = ANY($1)',
    [names],
  );
  const missing = names.filter((name) => !found.some((group) => group.name === name));
  if (missing.length === 0) return found.map(({ id }) => id);
  const words = missing.map((name) => `“${name}”`).join(', ');
  const message = `A new ${type.label} is shown to ${words} only, and there is no such group. Make it, or change defaultPrivacy of ${type.name}.`;
  throw invalid(message, [{ path: '/type', code: 'unknown_group', message }]);
}
