import { ViewRestriction, ViewRestrictionGroup } from '@pipit/access';
import { copiedColumns, type WriteCtx } from '@pipit/kernel';

/** Restricts copies as their origins are restricted themselves, so that copying never shows more than before. */
export async function copyPrivacy(ctx: WriteCtx, origins: readonly number[], copies: readonly number[]): Promise<void> {
  const { connection } = ctx.manager;
  const restriction = copiedColumns(connection.getMetadata(ViewRestriction), 'origin', {
    target_id: 'made.id',
    created_at: 'now()',
  });
  const group = copiedColumns(connection.getMetadata(ViewRestrictionGroup), 'origin', {
    view_restriction_id: 'copy.id',
  });
  const made = 'unnest($1::int[], $2::int[]) AS made (origin_id, id)';
  await ctx.manager.query(
    `INSERT INTO view_restriction (${restriction.names})
     SELECT ${restriction.values} FROM ${made}
       JOIN view_restriction origin ON origin.kind = 'page' AND origin.target_id = made.origin_id`,
    [origins, copies],
  );
  await ctx.manager.query(
    `INSERT INTO view_restriction_group (${group.names})
     SELECT ${group.values} FROM ${made}
       JOIN view_restriction copy ON copy.kind = 'page' AND copy.target_id = made.id
       JOIN view_restriction first ON first.kind = 'page' AND first.target_id = made.origin_id
       JOIN view_restriction_group origin ON origin.view_restriction_id = first.id`,
    [origins, copies],
  );
}
