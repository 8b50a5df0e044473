/** Orders a list of pages can have. */
export const PAGE_ORDERS = ['tree', 'title', '-title', 'updated', '-updated', 'published', '-published'] as const;
export type PageOrder = (typeof PAGE_ORDERS)[number];

/** SQL of each order, of pages `p`. */
export const ORDER_SQL: Readonly<Record<PageOrder, string>> = {
  tree: 'p.path',
  title: 'lower(p.draft_title), p.path',
  '-title': 'lower(p.draft_title) DESC, p.path',
  updated: 'p.latest_revision_created_at NULLS FIRST, p.path',
  '-updated': 'p.latest_revision_created_at DESC NULLS LAST, p.path',
  published: 'p.first_published_at NULLS LAST, p.path',
  '-published': 'p.first_published_at DESC NULLS FIRST, p.path',
};
