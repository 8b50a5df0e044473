import type { MediaQuery } from '../../api';

/** What the address of the media library says. */
export interface MediaSearch {
  q?: string;
  collection?: number;
  tag?: string;
  /** A MIME type. */
  type?: string;
  /** Who uploaded it. */
  by?: number;
  /** Days, the first and the last of them: `2026-11-01`. */
  from?: string;
  to?: string;
  shape?: NonNullable<MediaQuery['orientation']>;
  rights?: NonNullable<MediaQuery['rights']>;
  /** Of documents: whether they are read, heard or watched. */
  kind?: NonNullable<MediaQuery['mediaKind']>;
  /** Only what nobody has described. */
  noalt?: true;
  /** Only what nothing points at. */
  unused?: true;
  sort?: 'created' | 'title' | '-title';
  /** What lies in the trash instead. */
  trash?: true;
  /** What is open beside the list. */
  item?: number;
}

const sorts = ['created', 'title', '-title'] as const;
const shapes = ['landscape', 'portrait', 'square'] as const;
const kinds = ['document', 'audio', 'video'] as const;
const rights = ['valid', 'expiring', 'expired'] as const;

/** Reads an address; what it does not know is left out. */
export function readMediaSearch(search: Record<string, unknown>): MediaSearch {
  const id = <Name extends string>(name: Name): Partial<Record<Name, number>> => {
    const value = Number(search[name]);
    return Number.isInteger(value) && value > 0 ? ({ [name]: value } as Record<Name, number>) : {};
  };
  const text = <Name extends string>(name: Name): Partial<Record<Name, string>> => {
    const value = search[name];
    const given = (typeof value === 'string' || typeof value === 'number') && value !== '';
    return given ? ({ [name]: String(value) } as Record<Name, string>) : {};
  };
  const one = <Name extends string, Value extends string>(name: Name, of: readonly Value[]) =>
    of.includes(search[name] as Value) ? ({ [name]: search[name] } as Record<Name, Value>) : {};
  const yes = <Name extends string>(name: Name) => (search[name] ? ({ [name]: true } as Record<Name, true>) : {});
  const date = <Name extends string>(name: Name) =>
    /^\d{4}-\d{2}-\d{2}$/.test(String(search[name])) ? ({ [name]: search[name] } as Record<Name, string>) : {};
  return {
    ...text('q'),
    ...id('collection'),
    ...text('tag'),
    ...text('type'),
    ...id('by'),
    ...date('from'),
    ...date('to'),
    ...one('shape', shapes),
    ...one('rights', rights),
    ...one('kind', kinds),
    ...yes('noalt'),
    ...yes('unused'),
    ...one('sort', sorts),
    ...yes('trash'),
    ...id('item'),
  };
}

/** A day has its 24 hours where the person is. */
const startOf = (day: string, later = 0): string => {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + later).toISOString();
};

/** The question the server is asked for it. */
export function queryOf(search: MediaSearch): MediaQuery {
  const { q, collection, tag, type, by, from, to, shape, rights: state, kind, noalt, unused, sort, trash } = search;
  return {
    ...(q ? { q } : {}),
    ...(collection ? { collection } : {}),
    ...(tag ? { tag } : {}),
    ...(type ? { mimeType: type } : {}),
    ...(by ? { uploadedById: by } : {}),
    ...(from ? { createdFrom: startOf(from) } : {}),
    ...(to ? { createdTo: startOf(to, 1) } : {}),
    ...(shape ? { orientation: shape } : {}),
    ...(state ? { rights: state } : {}),
    ...(kind ? { mediaKind: kind } : {}),
    ...(noalt ? { missingAlt: true } : {}),
    ...(unused ? { unused } : {}),
    ...(trash ? { trash } : {}),
    order: sort ?? '-created',
  };
}

/** What narrows the list, beside the collection, turned off. */
export const widest = {
  q: undefined,
  tag: undefined,
  type: undefined,
  by: undefined,
  from: undefined,
  to: undefined,
  shape: undefined,
  rights: undefined,
  kind: undefined,
  noalt: undefined,
  unused: undefined,
} satisfies Partial<Record<keyof MediaSearch, undefined>>;

/** A change of an address; `undefined` takes something away. */
export type MediaChange = { [Name in keyof MediaSearch]?: MediaSearch[Name] | undefined };

/** A change of the question as a change of the address. */
export function searchOf(change: { [Name in keyof MediaQuery]?: MediaQuery[Name] | undefined }): MediaChange {
  const names = {
    mimeType: 'type',
    uploadedById: 'by',
    orientation: 'shape',
    missingAlt: 'noalt',
    mediaKind: 'kind',
  } as const;
  return Object.fromEntries(
    Object.entries(change).map(([name, value]) => [names[name as keyof typeof names] ?? name, value]),
  );
}

/** Is the list narrowed by more than a collection? */
export function isNarrowed(search: MediaSearch): boolean {
  return Object.keys(widest).some((name) => search[name as keyof typeof widest] !== undefined);
}
