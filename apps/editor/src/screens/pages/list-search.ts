import type { PageOrder, PageQuery, PageState } from '../../api';

export type View = 'all' | 'draft' | 'changed' | 'live';
/** What the address of a list of pages says: shareable, and back returns to it. */
export interface ListSearch {
  q?: string;
  view?: View;
  type?: string[];
  /** Absent: as the type of the page above says. */
  sort?: PageOrder;
}

export const views: { view: View; label: string; state?: PageState }[] = [
  { view: 'all', label: 'All' },
  { view: 'draft', label: 'Not live yet', state: 'draft' },
  { view: 'changed', label: 'Changes waiting', state: 'live-changed' },
  { view: 'live', label: 'Live', state: 'live' },
];
export const orders: { order: PageOrder; label: string }[] = [
  { order: 'tree', label: 'Menu order' },
  { order: '-updated', label: 'Edited, newest first' },
  { order: 'updated', label: 'Edited, oldest first' },
  { order: 'title', label: 'Title, A to Z' },
  { order: '-title', label: 'Title, Z to A' },
  { order: '-published', label: 'First published, newest first' },
  { order: 'published', label: 'First published, oldest first' },
];
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** Reads the search part of an address; what makes no sense is left out. */
export function readListSearch(search: Record<string, unknown>): ListSearch {
  const types = (Array.isArray(search.type) ? search.type : [search.type]).filter(isText);
  const view = views.find((item) => item.view === search.view && item.view !== 'all')?.view;
  const sort = orders.find((item) => item.order === search.sort)?.order;
  return {
    ...(isText(search.q) ? { q: search.q } : {}),
    ...(view ? { view } : {}),
    ...(types.length ? { type: types } : {}),
    ...(sort ? { sort } : {}),
  };
}

/** The request for one view of the children of `parent`. */
export function listQuery(parent: number | 'root', search: ListSearch, view: View = search.view ?? 'all'): PageQuery {
  const state = views.find((item) => item.view === view)?.state;
  return {
    parent,
    ...(search.sort ? { order: search.sort } : {}),
    ...(search.q ? { q: search.q } : {}),
    ...(state ? { state } : {}),
    ...(search.type?.length ? { type: search.type.join(',') } : {}),
  };
}
