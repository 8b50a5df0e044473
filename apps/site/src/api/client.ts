import { PREVIEW_HEADER } from '@pipit/client';
import { ApiUnavailable } from './errors.ts';
import type { ImageDetail, DocumentRef, Listing, Page, Redirect } from './wire.ts';

/** Where the content API lives. Read on each call, so that one build serves any environment. */
export const apiOrigin = (): string => (process.env.PIPIT_API_URL ?? 'http://127.0.0.1:3000').replace(/\/+$/, '');

const TIMEOUT = 8_000;
/** The API's own upper bound for one listing. */
const PAGE_OF_LISTING = 20;

export type Query = Record<string, string | number | boolean | undefined>;

/**
 * Reads the content API for one request of one visitor. Each address is fetched once however many components ask,
 * and nothing outlives the request: an edit is visible on the next one.
 */
export class ContentApi {
  readonly #answers = new Map<string, Promise<unknown>>();

  /** `token`: of a preview, whose draft is among the pages as if it were published. */
  constructor(private readonly token?: string) {}

  page<T extends Page = Page>(id: number, query: Query = {}): Promise<T | null> {
    return this.#get<T>(`/api/v2/pages/${id}/`, query);
  }

  /** The page at an address below the root of the site; follows the API's redirect to the details. */
  findPage<T extends Page = Page>(path: string): Promise<T | null> {
    return this.#get<T>('/api/v2/pages/find/', { html_path: path });
  }

  async pages<T extends Page = Page>(query: Query): Promise<Listing<T>> {
    const listing = await this.#get<Listing<T>>('/api/v2/pages/', query);
    return listing ?? { meta: { total_count: 0 }, items: [] };
  }

  /** Every page of a listing, asked for in parts the API allows. */
  async allPages<T extends Page = Page>(query: Query): Promise<T[]> {
    const first = await this.pages<T>({ ...query, limit: PAGE_OF_LISTING });
    const offsets = Array.from(
      { length: Math.max(0, Math.ceil(first.meta.total_count / PAGE_OF_LISTING) - 1) },
      (_, index) => (index + 1) * PAGE_OF_LISTING,
    );
    const rest = await Promise.all(
      offsets.map((offset) => this.pages<T>({ ...query, limit: PAGE_OF_LISTING, offset })),
    );
    return [first, ...rest].flatMap((part) => part.items);
  }

  image(id: number): Promise<ImageDetail | null> {
    return this.#get(`/api/v2/images/${id}/`);
  }

  async imagesOf(collection: number): Promise<ImageDetail[]> {
    const listing = await this.#get<Listing<ImageDetail>>('/api/v2/images/', {
      collection,
      fields: '*',
      limit: PAGE_OF_LISTING,
    });
    return listing?.items ?? [];
  }

  document(id: number): Promise<DocumentRef | null> {
    return this.#get(`/api/v2/documents/${id}/`);
  }

  /** One row of an endpoint of snippets. */
  snippet<T>(endpoint: string, id: number): Promise<T | null> {
    return this.#get(`/api/v2/${endpoint}/${id}/`);
  }

  /** Where an address leads at which no page lives: by a redirect, or because its page lives elsewhere now. */
  redirect(address: string): Promise<Redirect | null> {
    return this.#get('/api/v2/redirects/find/', { html_path: address, resolve: true });
  }

  #get<T>(path: string, query: Query = {}): Promise<T | null> {
    const address = withQuery(path, query);
    const known = this.#answers.get(address);
    if (known) return known as Promise<T | null>;
    // Nothing but pages differs in a preview, and what is public is cheaper to read.
    const answer = request<T>(address, path.startsWith('/api/v2/pages/') ? this.token : undefined);
    this.#answers.set(address, answer);
    return answer;
  }
}

function withQuery(path: string, query: Query): string {
  const given = Object.entries(query).filter(
    (entry): entry is [string, string | number | boolean] => entry[1] !== undefined,
  );
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
  return search.size > 0 ? `${path}?${search}` : path;
}

/** Redirects that are followed before something must be wrong. */
const MAX_REDIRECTS = 3;

/**
 * Asks the API where this site reaches it. Its redirects name the address it has for everybody else, which may not
 * lead there from here, so only their path is followed.
 */
async function fetchFromApi(address: string, token: string | undefined): Promise<Response> {
  let next = address;
  for (let redirects = 0; ; redirects += 1) {
    const response = await fetch(apiOrigin() + next, {
      headers: { accept: 'application/json', ...(token === undefined ? {} : { [PREVIEW_HEADER]: token }) },
      signal: AbortSignal.timeout(TIMEOUT),
      redirect: 'manual',
    });
    const location = response.headers.get('location');
    if (location === null || response.status < 300 || response.status > 399 || redirects === MAX_REDIRECTS)
      return response;
    const { pathname, search } = new URL(location, apiOrigin());
    next = pathname + search;
  }
}

/** `null` for what does not exist; anything else that is no answer counts as the API being away. */
async function request<T>(address: string, token: string | undefined): Promise<T | null> {
  let response: Response;
  try {
    response = await fetchFromApi(address, token);
  } catch (error) {
    throw new ApiUnavailable(address, error);
  }
  if (response.status === 404) return null;
  if (!response.ok) throw new ApiUnavailable(address, `status ${response.status}`);
  try {
    return (await response.json()) as T;
  } catch (error) {
    throw new ApiUnavailable(address, error);
  }
}
