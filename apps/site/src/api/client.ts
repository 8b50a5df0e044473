import { ContentClient, ContentError, type Lock, type ReaderToken } from '@pipit/client';
import { ApiUnavailable } from './errors.ts';
import type { ImageDetail, DocumentRef, Listing, Page, Redirect } from './wire.ts';

/** Where the content API lives. Read on each call, so that one build serves any environment. */
export const apiOrigin = (): string => (process.env.PIPIT_API_URL ?? 'http://127.0.0.1:3000').replace(/\/+$/, '');

/** The API's own upper bound for one listing. */
const PAGE_OF_LISTING = 20;

export type Query = Record<string, string | number | boolean | undefined>;

/**
 * Reads the content API for one request of one visitor. Each address is fetched once however many components ask,
 * and nothing outlives the request: an edit is visible on the next one.
 */
export class ContentApi {
  readonly #answers = new Map<string, Promise<unknown>>();
  readonly #public: ContentClient;
  readonly #pages: ContentClient;

  /**
   * `token`: of a preview, whose draft is among the pages as if it were published. `readerTokens`: of a visitor who gave
   * passwords of private pages.
   */
  constructor(token?: string, readerTokens: readonly string[] = []) {
    this.#public = new ContentClient({ origin: apiOrigin(), readerTokens });
    // Nothing but pages differs in a preview, and what is public is cheaper to read.
    this.#pages = token === undefined ? this.#public : new ContentClient({ origin: apiOrigin(), previewToken: token });
  }

  /** What the private page at an address asks for; null where there is none. */
  async locks(path: string): Promise<readonly Lock[] | null> {
    return this.#public.locks(path).catch(orNothing);
  }

  /** Tries a password at a private page; null when it is not the one, `'later'` after too many tries. */
  async unlock(path: string, password: string): Promise<ReaderToken | 'later' | null> {
    try {
      return await this.#public.unlock({ html_path: path }, password);
    } catch (error) {
      if (error instanceof ContentError && error.status === 429) return 'later';
      if (error instanceof ContentError && error.kind === 'refused') return null;
      throw new ApiUnavailable('a password', error);
    }
  }

  page<T extends Page = Page>(id: number, query: Query = {}): Promise<T | null> {
    return this.#get<T>(`pages/${id}/`, query);
  }

  /** The page at an address below the root of the site; follows the API's redirect to the details. */
  findPage<T extends Page = Page>(path: string): Promise<T | null> {
    return this.#get<T>('pages/find/', { html_path: path });
  }

  async pages<T extends Page = Page>(query: Query): Promise<Listing<T>> {
    const listing = await this.#get<Listing<T>>('pages/', query);
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
    return this.#get(`images/${id}/`);
  }

  async imagesOf(collection: number): Promise<ImageDetail[]> {
    const listing = await this.#get<Listing<ImageDetail>>('images/', {
      collection,
      fields: '*',
      limit: PAGE_OF_LISTING,
    });
    return listing?.items ?? [];
  }

  document(id: number): Promise<DocumentRef | null> {
    return this.#get(`documents/${id}/`);
  }

  /** One row of an endpoint of snippets. */
  snippet<T>(endpoint: string, id: number): Promise<T | null> {
    return this.#get(`${endpoint}/${id}/`);
  }

  /** Where an address leads at which no page lives: by a redirect, or because its page lives elsewhere now. */
  redirect(address: string): Promise<Redirect | null> {
    return this.#get('redirects/find/', { html_path: address, resolve: true });
  }

  #get<T>(path: string, query: Query = {}): Promise<T | null> {
    const key = `${path} ${JSON.stringify(query)}`;
    const known = this.#answers.get(key);
    if (known) return known as Promise<T | null>;
    const client = path.startsWith('pages/') ? this.#pages : this.#public;
    const answer = client.get<T>(path, query).catch(orNothing);
    this.#answers.set(key, answer);
    return answer;
  }
}

/** `null` for what does not exist; anything else that is no answer counts as the API being away. */
function orNothing(error: unknown): null {
  if (error instanceof ContentError && error.kind === 'missing') return null;
  throw new ApiUnavailable(error instanceof ContentError ? error.address : 'a question', error);
}
