import type { Dependencies } from '../cache/dependencies.js';
import { tablesIn } from '../cache/tables-in-sql.js';

/** Which rows of its main table a listing is about: one object, or live pages of some types, null for all. */
export type About = { readonly main: string } & (
  { readonly id: number } | { readonly types: readonly string[] | null }
);

const PAGE_SOURCE = /\b(?:FROM|JOIN)\s+page\b/g;
/** The listing's own, and that of the pages a view restriction covers, which move only together with all below them. */
const USUAL_PAGE_SOURCES = 2;

/**
 * Notes what a listing depends on: what readers may see of the tables it reads, narrowed to what it is about.
 * `showsHidden`: references lead to drafts too.
 */
export function dependOnListing(text: string, about: About, depends: Dependencies, showsHidden: boolean): void {
  const { main } = about;
  if ('id' in about) depends.onObjects(main, [about.id]);
  else if (main === 'page') depends.onLivePages(about.types);
  else depends.onPublic(main);
  for (const table of tablesIn(text)) {
    // Content is purged with its page where there is only one.
    if (table === 'page' || table === main) continue;
    if (showsHidden) depends.onTable(table);
    else depends.onPublic(table);
  }
  if ((text.match(PAGE_SOURCE)?.length ?? 0) > (main === 'page' ? USUAL_PAGE_SOURCES : 1)) depends.onTable('page');
}
