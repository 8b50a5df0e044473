import { notFound, type WriteCtx } from '@pipit/kernel';
import { Redirect } from '../redirect.entity.js';

/** The redirect, locked until the commit. */
export async function takeRedirect(ctx: WriteCtx, id: number): Promise<Redirect> {
  const redirect = await ctx.manager.findOne(Redirect, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!redirect) throw notFound(`There is no redirect ${id}.`);
  return redirect;
}
