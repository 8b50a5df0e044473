import { publicPredicate } from '@pipit/access';
import { rightsLast, type MediaOptions } from '@pipit/media';
import { TRASH_PATH } from '@pipit/pages';
import type { SiteEntry } from '../represent/site-map.js';
import { belowRoot, SqlParameters } from './sql-parameters.js';

/** SQL: a page that was not thrown away. */
export function keptPage(alias: string): string {
  return `${alias}.path < '${TRASH_PATH}'`;
}

/** SQL: a page that everybody may read, wherever it stands. */
export function publicPage(alias: string): string {
  return `${alias}.live AND ${keptPage(alias)} AND ${publicPredicate({ kind: 'page', alias })}`;
}

/** SQL: an image or a document that was not thrown away. */
export function keptMedia(alias: string): string {
  return `${alias}.deleted_at IS NULL`;
}

/** SQL: one of those, in a collection that everybody may read. */
export function publicMedia(alias: string): string {
  const open = publicPredicate({ kind: 'collection', alias: 'folder' });
  return `${keptMedia(alias)} AND EXISTS (SELECT 1 FROM collection folder WHERE folder.id = ${alias}.collection_id AND ${open})`;
}

/** SQL: an image among those, and where the project says so, only while its rights last. */
export function publicImage(alias: string, { expiredImages }: Pick<MediaOptions, 'expiredImages'>): string {
  return expiredImages === 'show' ? publicMedia(alias) : `${publicMedia(alias)} AND ${rightsLast(alias)}`;
}

/** Which pages a request may see: live and public ones in the trees of one site, and the one page that is previewed. */
export class Visibility {
  constructor(
    public site: SiteEntry | null,
    /** Whoever previews a private page may edit it. */
    private readonly previewed: number | null = null,
  ) {}

  /** SQL for a page of that alias. */
  condition(params: SqlParameters, alias = 'p'): string {
    const open = this.previewed === null ? '' : ` OR ${alias}.id = ${params.add(this.previewed)}`;
    return `(${publicPage(alias)}${open}) AND (${this.inTrees(alias)})`;
  }

  /**
   * SQL for a page of that alias which is above one that may be seen. What restricts a page restricts all below it, so
   * that it need not be asked again.
   */
  conditionOfParent(params: SqlParameters, alias = 'p'): string {
    if (this.previewed !== null) return this.condition(params, alias);
    return `${alias}.live AND ${keptPage(alias)} AND (${this.inTrees(alias)})`;
  }

  /**
   * The paths of sites' roots are part of the statement: Postgres plans it once, and has to know that most pages are below
   * them. Of a parameter it would believe that few are, and look through all of them in search of one.
   */
  private inTrees(alias: string): string {
    const trees = (this.site?.roots ?? []).map(({ path }) => `(${belowRoot(`${alias}.path`, path)})`);
    return trees.length === 0 ? 'FALSE' : trees.join(' OR ');
  }

  /** Reads those of some pages that may be seen. */
  statement(ids: readonly number[], columns: string): { text: string; values: readonly unknown[] } {
    const params = new SqlParameters();
    const text = `SELECT ${columns} FROM page p WHERE p.id = ANY(${params.add(ids)}::int[]) AND ${this.condition(params)}`;
    return { text, values: params.values };
  }
}
