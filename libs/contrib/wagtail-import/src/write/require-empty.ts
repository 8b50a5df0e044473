import { invalid, type Ctx } from '@pipit/cms';

/** What may be there before an import: the two roots of the tree, the root collection, locales, accounts, groups. */
const COUNTS = `
  SELECT (SELECT count(*) FROM page WHERE id > 1)::int AS pages,
         (SELECT count(*) FROM site)::int AS sites,
         (SELECT count(*) FROM image)::int AS images,
         (SELECT count(*) FROM document)::int AS documents,
         (SELECT count(*) FROM collection WHERE id > 1)::int AS collections,
         (SELECT count(*) FROM tag)::int AS tags,
         (SELECT count(*) FROM revision)::int AS revisions,
         (SELECT count(*) FROM redirect)::int AS redirects`;

/** Refuses a database with content: ids are kept, so an import cannot be mixed with what others made. */
export async function requireEmptyDatabase(ctx: Ctx): Promise<void> {
  const [counts]: Record<string, number>[] = await ctx.manager.query(COUNTS);
  const found = Object.entries(counts ?? {}).filter(([, count]) => count > 0);
  if (found.length === 0) return;
  const what = found.map(([name, count]) => `${count} ${name}`).join(', ');
  throw invalid(`The database holds ${what} already. An import keeps ids and so needs an empty one.`);
}
