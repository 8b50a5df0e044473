import { ROOT_ID, type Page } from '../page.entity.js';
import { urlPathBelow } from '../tree/page-tree.js';
import { childPath } from '../tree/paths.js';
import { ROOT_PATH } from '../tree/roots.js';
import { freshKeys } from '../tree/sort-keys.js';

/** A page as far as its place is concerned. */
export interface PageToPlace {
  readonly id: number;
  readonly parentId: number;
  readonly slug: string;
}

/** The columns that follow from a page's place. */
export type PlacedPage = Pick<Page, 'path' | 'sortKey' | 'depth' | 'childCount' | 'urlPath'>;

/**
 * Works out positions and URL paths of whole trees below the root. Siblings stand in the order given. Pages whose
 * parent is neither the root nor among them are missing in the answer.
 */
export function placeImportedPages(pages: readonly PageToPlace[]): Map<number, PlacedPage> {
  const children = new Map<number, PageToPlace[]>();
  for (const page of pages) append(children, page.parentId, page);
  const placed = new Map<number, PlacedPage>();
  const waiting: { id: number; path: string; depth: number; urlPath: string }[] = [
    { id: ROOT_ID, path: ROOT_PATH, depth: 1, urlPath: '/' },
  ];
  for (let parent = waiting.pop(); parent; parent = waiting.pop()) {
    const siblings = children.get(parent.id) ?? [];
    const keys = freshKeys(siblings.length);
    for (const [index, page] of siblings.entries()) {
      const sortKey = keys[index]!;
      const place: PlacedPage = {
        path: childPath(parent.path, sortKey),
        sortKey,
        depth: parent.depth + 1,
        childCount: children.get(page.id)?.length ?? 0,
        urlPath: urlPathBelow(parent, page.slug),
      };
      placed.set(page.id, place);
      waiting.push({ id: page.id, ...place });
    }
  }
  return placed;
}

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
