import type { MediaQuery } from '../../api';

/** What the address of the media library says. */
export interface MediaSearch {
  q?: string;
  collection?: number;
  tag?: string;
  sort?: 'created' | 'title' | '-title';
  /** What lies in the trash instead. */
  trash?: true;
  /** What is open beside the list. */
  item?: number;
}

const sorts = ['created', 'title', '-title'];

/** Reads an address; what it does not know is left out. */
export function readMediaSearch(search: Record<string, unknown>): MediaSearch {
  const id = (name: string): Record<string, number> => {
    const value = Number(search[name]);
    return Number.isInteger(value) && value > 0 ? { [name]: value } : {};
  };
  const text = (name: string): Record<string, string> => {
    const value = search[name];
    return (typeof value === 'string' || typeof value === 'number') && value !== '' ? { [name]: String(value) } : {};
  };
  return {
    ...text('q'),
    ...id('collection'),
    ...text('tag'),
    ...(sorts.includes(search.sort as string) ? { sort: search.sort as NonNullable<MediaSearch['sort']> } : {}),
    ...(search.trash ? { trash: true } : {}),
    ...id('item'),
  };
}

/** The question the server is asked for it. */
export function queryOf({ q, collection, tag, sort, trash }: MediaSearch): MediaQuery {
  return {
    ...(q ? { q } : {}),
    ...(collection ? { collection } : {}),
    ...(tag ? { tag } : {}),
    ...(trash ? { trash } : {}),
    order: sort ?? '-created',
  };
}

/** Is the list narrowed by more than a collection? */
export function isNarrowed({ q, tag }: MediaSearch): boolean {
  return q !== undefined || tag !== undefined;
}
