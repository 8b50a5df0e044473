import { invalid, type Ctx } from '@pipit/kernel';
import { Group } from './group.entity.js';

/** The name as it is kept; refuses none at all, and one that another group has. */
export async function requireFreeName(ctx: Ctx, given: string, ownId?: number): Promise<string> {
  const name = given.trim();
  if (name === '') {
    throw invalid('A group needs a name.', [{ path: '/name', code: 'required', message: 'Write a name.' }]);
  }
  const holder = await ctx.manager.findOneBy(Group, { name });
  if (!holder || holder.id === ownId) return name;
  throw invalid(`There is a group "${name}".`, [
    { path: '/name', code: 'taken', message: 'Another group has this name.' },
  ]);
}
