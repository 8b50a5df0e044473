import { quoteIdentifier, type TreeKind } from '@pipit/access';
import { TRASH_PATH } from '@pipit/pages';
import type { EntityManager } from 'typeorm';
import type { DeliveryOptions } from '../options.js';
import type { SiteEntry } from '../represent/site-map.js';

/** Deeper than this no page can be. */
const MAX_SLUGS = 64;

/** A page or a collection that may be locked. */
export interface Node {
  readonly kind: TreeKind;
  readonly id: number;
}

/** The live page at a path as visitors see it, with the prefix of its language; private ones too. */
export async function livePageAt(
  path: string,
  site: SiteEntry | null,
  { prefixedLocales }: Pick<DeliveryOptions, 'prefixedLocales'>,
  manager: EntityManager,
): Promise<Node | null> {
  const slugs = path.split('/').filter((slug) => slug !== '');
  if (path.includes('\0') || slugs.length > MAX_SLUGS) return null;
  const urlPaths = (site?.roots ?? []).flatMap(({ locale, urlPath }) => {
    if (!prefixedLocales.includes(locale)) return [below(urlPath, slugs)];
    return slugs[0] === locale ? [below(urlPath, slugs.slice(1))] : [];
  });
  return livePage('url_path = ANY ($1::text[])', urlPaths, manager);
}

function below(root: string, slugs: readonly string[]): string {
  return root + slugs.map((slug) => `${slug}/`).join('');
}

/** The live page of that id. */
export function livePageOf(id: number, manager: EntityManager): Promise<Node | null> {
  return livePage('id = $1::int', id, manager);
}

async function livePage(where: string, value: unknown, manager: EntityManager): Promise<Node | null> {
  const [page]: { id: number }[] = await manager.query(
    `SELECT id FROM page WHERE ${where} AND live AND path < '${TRASH_PATH}' ORDER BY length(url_path) DESC LIMIT 1`,
    [value],
  );
  return page ? { kind: 'page', id: page.id } : null;
}

/** The collection an image or a document lies in, or the collection itself. */
export async function collectionOf(
  what: 'collection' | 'image' | 'document',
  id: number,
  manager: EntityManager,
): Promise<Node | null> {
  const sql =
    what === 'collection'
      ? 'SELECT id FROM collection WHERE id = $1'
      : `SELECT collection_id AS id FROM ${quoteIdentifier(what)} WHERE id = $1 AND deleted_at IS NULL`;
  const [found]: { id: number }[] = await manager.query(sql, [id]);
  return found ? { kind: 'collection', id: found.id } : null;
}
