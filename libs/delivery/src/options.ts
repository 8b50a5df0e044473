import type { RichTextFormat } from '@pipit/content-types';
import type { AddressOptions } from '@pipit/pages';

/** How the content API behaves; everything has a default that suits a site without special wishes. */
export interface DeliveryOptions extends AddressOptions {
  /** Several languages: listings hold the translations of the site's tree, and `meta.locale` is printed. */
  readonly i18n: boolean;
  /** Most rows of a listing; null: as many as somebody asks for. */
  readonly maxLimit: number | null;
  /** False refuses `search=`. */
  readonly searchEnabled: boolean;
  /** Put before the paths of `detail_url`, document and rendition addresses; default the origin of the request's site. */
  readonly baseUrl: string | null;
  /** Origin of `full_url` of renditions; default as {@link baseUrl}. */
  readonly mediaBaseUrl: string | null;
  /**
   * Wagtail's way with references: true shows title and addresses of drafts and private things that live content
   * points at. By default such references are null.
   */
  readonly wagtailReferences: boolean;
  /** Spaces per level of the JSON; 0 is compact. */
  readonly indent: number;
  /** Fields images print after their own; `collection` is the one there is. */
  readonly imageFields: readonly 'collection'[];
  /** Snippet types with an endpoint of their own, by its name. */
  readonly snippetEndpoints: Readonly<Record<string, object>>;
  /** The form of rich text where a request names none: null is what each field says (`expand`), else `db_html`. */
  readonly richTextFormat: RichTextFormat | null;
  /** Renditions readers may ask for by `renditions=`, beside those that types declare: specs by name. */
  readonly renditions: Readonly<Record<string, string>>;
  /** Most objects that `include=` shows whole in one answer. */
  readonly maxIncluded: number;
  /** `/api/v2/docs/`: a page for people that describes the content API and tries it. */
  readonly docs: boolean;
  /** `/api/v2/navigation/`: the pages of a site that are in menus, as a tree. */
  readonly navigation: boolean;
  /** `/api/v2/search/`: everything readers may see, of all types at once. */
  readonly searchEndpoint: boolean;
  /** What the types of the core are called in `meta.type`. */
  readonly typeNames: Readonly<Record<CoreType, string>>;
  /** Memory each process keeps answers in, in bytes; 0 keeps none. */
  readonly cacheBytes: number;
  /** Seconds for which readers' own caches may show an answer without asking again (`max-age`). */
  readonly maxAge: number;
  /**
   * Seconds for which caches between us and readers may (`s-maxage`); null: as `maxAge`. Give it where something purges
   * them by the tags of our answers.
   */
  readonly sharedMaxAge: number | null;
  /** Seconds after that in which an old answer may be shown while a new one is fetched; 0 forbids it. */
  readonly staleWhileRevalidate: number;
  /** Whose pages may read the API in a browser: origins like `https://example.org`, letter by letter, or everybody's. */
  readonly cors: 'public' | readonly string[];
  /** What the server tells browsers with every answer that is data, `{'x-content-type-options': 'nosniff'}`. */
  readonly headers: Readonly<Record<string, string>>;
  /**
   * True refuses whoever sends no API token for the content API. Reader and preview tokens come besides. Files keep
   * their addresses, which browsers open.
   */
  readonly requireToken: boolean;
  /**
   * True tells strangers that there is a private page at an address and what it asks for (`/api/v2/access/`), so that a
   * frontend can show a form there. False: it looks as if there was none.
   */
  readonly announcePrivate: boolean;
  /** Levels of objects inside objects that `fields=` may ask for. */
  readonly maxDepth: number;
  /** Fields that one `fields=` may name. */
  readonly maxFields: number;
  /** Objects that one answer may hold, at all levels. */
  readonly maxNodes: number;
  /** Bytes of an answer at most. */
  readonly maxAnswerBytes: number;
  /** Milliseconds a query of an answer may take. */
  readonly statementTimeout: number;
}

/** Types every installation has. */
export type CoreType = 'page' | 'image' | 'document' | 'redirect' | 'collection' | 'locale' | 'tag';

/** The options with their defaults; of base URLs only the origin counts. */
export function completeOptions(given: Partial<DeliveryOptions> = {}): DeliveryOptions {
  const options = { ...DEFAULT_DELIVERY_OPTIONS, ...given };
  return { ...options, baseUrl: originOf(options.baseUrl), mediaBaseUrl: originOf(options.mediaBaseUrl) };
}

function originOf(url: string | null): string | null {
  if (url === null) return null;
  if (!URL.canParse(url))
    throw new Error(`The base URL “${url}” of the content API is no address. Write it like https://example.org.`);
  return new URL(url).origin;
}

/** Injection token of the complete {@link DeliveryOptions}. */
export const DELIVERY_OPTIONS = Symbol('pipit:delivery-options');

/** What holds where a project says nothing. */
export const DEFAULT_DELIVERY_OPTIONS: DeliveryOptions = {
  i18n: false,
  prefixedLocales: [],
  maxLimit: 20,
  searchEnabled: true,
  baseUrl: null,
  mediaBaseUrl: null,
  wagtailReferences: false,
  indent: 0,
  imageFields: [],
  snippetEndpoints: {},
  richTextFormat: null,
  renditions: {},
  maxIncluded: 500,
  docs: true,
  navigation: true,
  searchEndpoint: true,
  // Frontends compare these names, so that they are the ones they know.
  typeNames: {
    page: 'wagtailcore.Page',
    image: 'wagtailimages.Image',
    document: 'wagtaildocs.Document',
    redirect: 'wagtailredirects.Redirect',
    collection: 'wagtailcore.Collection',
    locale: 'wagtailcore.Locale',
    tag: 'taggit.Tag',
  },
  cacheBytes: 64 * 1024 * 1024,
  maxAge: 0,
  sharedMaxAge: null,
  staleWhileRevalidate: 10,
  cors: [],
  headers: {},
  requireToken: false,
  announcePrivate: false,
  maxDepth: 10,
  maxFields: 500,
  maxNodes: 20_000,
  maxAnswerBytes: 16 * 1024 * 1024,
  statementTimeout: 10_000,
};
