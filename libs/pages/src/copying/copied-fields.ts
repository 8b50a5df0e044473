import { forbidden, invalid, type WriteCtx } from '@pipit/kernel';
import { layoutOf } from '@pipit/revisions';
import type { PageFields } from '../content/page-fields.js';
import type { PageTypes } from '../content/page-types.js';
import type { Page } from '../page.entity.js';
import { subtreeRange } from '../tree/paths.js';

/** What is copied, where to. */
interface Copying {
  readonly source: Page;
  readonly parent: Page;
  readonly recursive: boolean;
}

/** Names of the types of what is copied. */
export async function copiedTypes(ctx: WriteCtx, { source, recursive }: Omit<Copying, 'parent'>): Promise<string[]> {
  const { from, to } = subtreeRange(source.path);
  const rows: { type: string }[] = await ctx.manager.query(
    'SELECT DISTINCT type FROM page WHERE path >= $1 AND path < $2 AND ($3 OR id = $4) ORDER BY type',
    [from, to, recursive, source.id],
  );
  return rows.map(({ type }) => type);
}

/** Refuses copies that would show the acting person fields which they may not see where the original stands. */
export async function requireNothingRevealed(ctx: WriteCtx, fields: PageFields, copying: Copying): Promise<void> {
  for (const type of await copiedTypes(ctx, copying)) {
    const here = await fields.of(ctx, { type, path: copying.source.path });
    const there = await fields.of(ctx, { type, path: copying.parent.path });
    const revealed = here.hidden.filter((name) => there.isReadable(name));
    if (revealed.length > 0) {
      throw forbidden(`You may not see ${revealed.join(', ')} here, so you cannot copy it to where you may.`);
    }
  }
}

/** Refuses copies that would go live with a value which only one page may have. */
export async function requireNothingUnique(ctx: WriteCtx, types: PageTypes, copying: Copying): Promise<void> {
  const { from, to } = subtreeRange(copying.source.path);
  for (const name of await copiedTypes(ctx, copying)) {
    const type = types.of({ type: name });
    const unique = type.fields.filter(({ options }) => options.unique);
    if (unique.length === 0) continue;
    const { metadata, columns } = layoutOf(ctx.manager, type.target);
    for (const { field, column } of columns.filter((each) => unique.includes(each.field))) {
      const found: { title: string }[] = await ctx.manager.query(
        `SELECT p.title FROM "${metadata.tablePath}" t JOIN page p ON p.id = t.page_id
          WHERE p.path >= $1 AND p.path < $2 AND ($3 OR p.id = $4) AND p.live
            AND t."${column.databaseName}"::text <> '' LIMIT 1`,
        [from, to, copying.recursive, copying.source.id],
      );
      const [page] = found;
      if (!page) continue;
      const message = `“${field.options.label ?? field.name}” of “${page.title}” is one no other live page may have. Copy it as a draft.`;
      throw invalid(message, [{ path: '/keepLive', code: 'unique', message }]);
    }
  }
}
