import { insertRows, keepSequenceAhead, Locale, newUuid, type WriteCtx } from '@pipit/cms';
import type { ImportPlan } from '../plan/import-plan.js';

/** Adds the languages. One that exists keeps its id, so the answer says which id each has here. */
export async function writeLocales(ctx: WriteCtx, { locales }: ImportPlan): Promise<ReadonlyMap<number, number>> {
  const there = await ctx.manager.find(Locale);
  const taken = new Set(there.map((locale) => locale.id));
  const ids = new Map<number, number>();
  let free = Math.max(0, ...taken, ...locales.map((locale) => locale.id));
  const added: { id: number; uuid: string; code: string; name: string }[] = [];
  for (const { id, code } of locales) {
    const known = there.find((locale) => locale.code.toLowerCase() === code.toLowerCase());
    const here = known?.id ?? (taken.has(id) ? (free += 1) : id);
    ids.set(id, here);
    if (!known) added.push({ id: here, uuid: newUuid(), code, name: nameOf(code) });
  }
  await insertRows(ctx.manager, Locale, added);
  if (added.length > 0) await keepSequenceAhead(ctx.manager, 'locale', Math.max(...added.map((locale) => locale.id)));
  const main = locales.find((locale) => locale.isDefault);
  if (main) await makeDefault(ctx, ids.get(main.id)!);
  return ids;
}

async function makeDefault(ctx: WriteCtx, id: number): Promise<void> {
  await ctx.manager.query('UPDATE locale SET is_default = false WHERE is_default AND id <> $1', [id]);
  await ctx.manager.query('UPDATE locale SET is_default = true WHERE id = $1', [id]);
}

/** A language in its own words; its code where nobody knows them. */
function nameOf(code: string): string {
  try {
    return new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}
