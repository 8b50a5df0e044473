import type { Ctx } from '../context/ctx.js';
import { kept } from './kept-statements.js';

/**
 * Asks several questions about the same thing in one statement, for each answers its rows as JSON has them: times are
 * text. `sql` holds SELECTs over the same parameters.
 */
export async function askTogether<Answers extends Record<keyof Answers, readonly unknown[]>>(
  ctx: Ctx,
  sql: Readonly<Record<keyof Answers, string>>,
  params: readonly unknown[],
): Promise<Answers> {
  const questions = Object.entries<string>(sql).map(
    ([name, query]) => `(SELECT coalesce(json_agg(each), '[]') FROM (${query}) AS each) AS "${name}"`,
  );
  const rows: Answers[] = await ctx.manager.query(kept(`SELECT ${questions.join(', ')}`), [...params]);
  return rows[0]!;
}
