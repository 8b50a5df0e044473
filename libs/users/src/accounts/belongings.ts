import { allOwnerships, quoteIdentifier } from '@pipit/access';
import type { Ctx, WriteCtx } from '@pipit/kernel';

/** How much of something belongs to somebody. */
export interface Belonging {
  /** “Pages”. */
  readonly label: string;
  readonly count: number;
}

/** What belongs to an account; nothing that there is none of. */
export async function ownedBy(ctx: Ctx, userId: number): Promise<Belonging[]> {
  const counted: Belonging[] = [];
  for (const ownership of allOwnerships()) {
    const [row]: { count: number }[] = await ctx.manager.query(
      `SELECT count(*)::int AS count FROM ${quoteIdentifier(ownership.table)} WHERE ${quoteIdentifier(ownership.column)} = $1`,
      [userId],
    );
    if (row && row.count > 0) counted.push({ label: ownership.label, count: row.count });
  }
  return counted;
}

/** Gives all of it to somebody else, or to nobody. */
export async function handOver(ctx: WriteCtx, userId: number, successorId: number | null): Promise<void> {
  for (const ownership of allOwnerships()) {
    const [table, column] = [quoteIdentifier(ownership.table), quoteIdentifier(ownership.column)];
    await ctx.manager.query(`UPDATE ${table} SET ${column} = $2 WHERE ${column} = $1`, [userId, successorId]);
  }
}
