import { PREVIEW_HEADER } from '../preview.js';
import { READER_HEADER, type Lock, type Locked, type ReaderToken } from './readers.js';
import { ContentError, kindOf } from './errors.js';
import { searchOf, type FieldChoice, type ListQuery, type Shape } from './query.js';
import type { AnyPage, AnySite, Detail, Item, SiteTypes } from './select.js';

/** Where a content API is, and how to reach it. */
export interface ContentClientOptions {
  /** Such as `https://cms.example.org`. */
  readonly origin: string;
  /** Of a preview: its draft is among the content as if it were published. */
  readonly previewToken?: string;
  /** Of a reader: what these tokens open is among the content. Several private sections have a token each. */
  readonly readerTokens?: readonly string[];
  /** Where the server asks for one: of a frontend with the scope for the content API. */
  readonly apiToken?: string;
  /** Milliseconds; default 8000. */
  readonly timeout?: number;
  /** Default the `fetch` of the environment. */
  readonly fetch?: typeof fetch;
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A part of a listing. */
export interface Listing<T> {
  readonly meta: { readonly total_count: number };
  readonly items: readonly T[];
}

/** A page in a menu with those below it. */
export interface MenuPage {
  readonly id: number;
  readonly meta: {
    readonly type: string;
    readonly detail_url: string;
    readonly html_url: string | null;
    readonly slug: string;
  };
  readonly title: string;
  readonly children: readonly MenuPage[];
}

/** What a search over all types found. */
export interface SearchAnswer {
  readonly meta: { readonly total_count: number; readonly approximate: boolean };
  readonly facets: Readonly<Record<'type' | 'locale', readonly { readonly value: string; readonly count: number }[]>>;
  readonly items: readonly {
    readonly id: number;
    readonly meta: { readonly type: string; readonly html_url?: string | null; readonly detail_url?: string };
    readonly title?: string;
    /** HTML: `<mark>` around what was found, everything else escaped. */
    readonly highlight: { readonly title: string; readonly text: readonly string[] };
  }[];
}

/** Where an address leads that is no page’s own. */
export interface ResolvedAddress {
  readonly old_path: string;
  readonly location: string;
  readonly is_permanent: boolean;
}

type PageName<S extends SiteTypes> = keyof S['pages'] & string;
type EndpointName<S extends SiteTypes> = keyof S['endpoints'] & string;
type SettingsName<S extends SiteTypes> = keyof S['settings'] & string;
type PageOf<S extends SiteTypes, N> = N extends keyof S['pages'] ? S['pages'][N] : AnyPage<S>;

/** A request whose `fields` and `include` the compiler knows. */
type Asked<Q, F, I> = Q & { readonly fields?: F; readonly include?: I };
type Paths<I> = I extends readonly (infer P)[] ? P : never;
type Choice = FieldChoice | undefined;
type Includes = readonly string[] | undefined;

const TIMEOUT = 8000;
const MAX_REDIRECTS = 3;

/**
 * Reads the content API of a site. `S` are its types, written by `pipit types`: what `fields` and `include` ask for is
 * what the answers have. Works wherever there is `fetch`.
 */
export class ContentClient<S extends SiteTypes = AnySite> {
  constructor(private readonly options: ContentClientOptions) {}

  /** Pages, of one type where `type` names it. */
  pages<
    const N extends PageName<S> | undefined = undefined,
    const F extends Choice = undefined,
    const I extends Includes = undefined,
  >(query: Asked<ListQuery, F, I> & { readonly type?: N } = {}): Promise<Listing<Item<S, PageOf<S, N>, F, Paths<I>>>> {
    return this.get('pages/', query);
  }

  /** A page by its id; `type` names what it has to be. */
  page<
    const N extends PageName<S> | undefined = undefined,
    const F extends Choice = undefined,
    const I extends Includes = undefined,
  >(id: number, query: Asked<Shape, F, I> & { readonly type?: N } = {}): Promise<Detail<S, PageOf<S, N>, F, Paths<I>>> {
    return this.get(`pages/${id}/`, query);
  }

  /** The page at a path of the site. */
  find<const F extends Choice = undefined, const I extends Includes = undefined>(
    path: string,
    query: Asked<Shape, F, I> = {},
  ): Promise<Detail<S, AnyPage<S>, F, Paths<I>>> {
    return this.get('pages/find/', { html_path: path, ...query });
  }

  /** Objects of an endpoint: `images`, `documents`, `snippets/blog.Author`. */
  list<const E extends EndpointName<S>, const F extends Choice = undefined, const I extends Includes = undefined>(
    endpoint: E,
    query: Asked<ListQuery, F, I> = {},
  ): Promise<Listing<Item<S, S['endpoints'][E], F, Paths<I>>>> {
    return this.get(`${endpoint}/`, query);
  }

  /** An object of an endpoint. */
  detail<const E extends EndpointName<S>, const F extends Choice = undefined, const I extends Includes = undefined>(
    endpoint: E,
    id: number | string,
    query: Asked<Shape, F, I> = {},
  ): Promise<Detail<S, S['endpoints'][E], F, Paths<I>>> {
    return this.get(`${endpoint}/${id}/`, query);
  }

  /** All pages of a listing, part by part, by cursors: nothing is missed while content changes. */
  async *allPages<
    const N extends PageName<S> | undefined = undefined,
    const F extends Choice = undefined,
    const I extends Includes = undefined,
  >(query: Asked<ListQuery, F, I> & { readonly type?: N } = {}): AsyncGenerator<Item<S, PageOf<S, N>, F, Paths<I>>> {
    for (let cursor: string | null = ''; cursor !== null;) {
      const part: { meta: { next: string | null }; items: Item<S, PageOf<S, N>, F, Paths<I>>[] } = await this.get(
        'pages/',
        { ...query, cursor },
      );
      yield* part.items;
      cursor = part.meta.next && new URL(part.meta.next, this.options.origin).searchParams.get('cursor');
    }
  }

  /** The pages in menus, as a tree. */
  async navigation(query: { readonly depth?: number; readonly locale?: string } = {}): Promise<readonly MenuPage[]> {
    return (await this.get<{ items: MenuPage[] }>('navigation/', query)).items;
  }

  /** The settings of one type. */
  settings<const N extends SettingsName<S>>(type: N, query: Shape = {}): Promise<S['settings'][N]> {
    return this.get(`settings/${type}/`, query);
  }

  /** Searches everything. */
  search(search: string, query: ListQuery = {}): Promise<SearchAnswer> {
    return this.get('search/', { search, ...query });
  }

  /** Where an address leads at which no page lives: by a redirect, or because its page lives elsewhere now. */
  resolve(path: string): Promise<ResolvedAddress> {
    return this.get('redirects/find/', { html_path: path, resolve: true });
  }

  /** What the page at a path still asks its reader for; fails as missing where there is none anybody may know of. */
  async locks(path: string): Promise<readonly Lock[]> {
    return (await this.get<{ asks: Lock[] }>('access/', { html_path: path })).asks;
  }

  /** Tries a password. Refused with status 403 when it is not the one, 429 after too many tries. */
  unlock(what: Locked, password: string): Promise<ReaderToken> {
    return this.ask('access/password', { method: 'POST', body: JSON.stringify({ ...what, password }) });
  }

  /** Asks for any address below `/api/v2/`; throws a {@link ContentError} for everything that is no answer. */
  async get<T>(path: string, query: object = {}): Promise<T> {
    return this.ask(`${path}${searchOf(query as Readonly<Record<string, unknown>>)}`);
  }

  private async ask<T>(path: string, more: RequestInit = {}): Promise<T> {
    const address = `/api/v2/${path}`;
    let response: Response;
    try {
      response = await this.fetch(address, more);
      if (response.ok) return (await response.json()) as T;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new ContentError('unavailable', null, reason, address, { cause: error });
    }
    const body = (await response.json().catch(() => ({}))) as { message?: string; detail?: string };
    const message = body.message || body.detail || `status ${response.status}`;
    throw new ContentError(kindOf(response.status), response.status, message, address);
  }

  /** Redirects name the address the API has for everybody, which may not lead there from here: their path is followed. */
  private async fetch(address: string, more: RequestInit): Promise<Response> {
    const { origin, previewToken, readerTokens = [], apiToken } = this.options;
    const { timeout = TIMEOUT, headers, fetch: given = globalThis.fetch } = this.options;
    const init: RequestInit = {
      ...more,
      headers: {
        accept: 'application/json',
        ...headers,
        ...(more.body ? { 'content-type': 'application/json' } : {}),
        ...(previewToken === undefined ? {} : { [PREVIEW_HEADER]: previewToken }),
        ...(readerTokens.length === 0 ? {} : { [READER_HEADER]: readerTokens.join() }),
        ...(apiToken === undefined ? {} : { authorization: `Bearer ${apiToken}` }),
      },
      signal: AbortSignal.timeout(timeout),
    };
    const base = origin.replace(/\/+$/, '');
    for (let next = address, redirects = 0; ; redirects += 1) {
      const response = await given(base + next, { ...init, redirect: 'manual' });
      // Browsers do not show where a redirect leads, but follow it.
      if (response.type === 'opaqueredirect') return given(base + next, init);
      const location = response.headers.get('location');
      if (location === null || response.status < 300 || response.status > 399 || redirects === MAX_REDIRECTS)
        return response;
      const { pathname, search } = new URL(location, base);
      next = pathname + search;
    }
  }
}

/** A client for a site: `createContentClient<Site>({ origin })`. */
export function createContentClient<S extends SiteTypes = AnySite>(options: ContentClientOptions): ContentClient<S> {
  return new ContentClient<S>(options);
}
