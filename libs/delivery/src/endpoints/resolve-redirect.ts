import { addressOf, redirectPath, TRASH_PATH, withoutQuery } from '@pipit/pages';
import type { Query } from '../grammar/query-string.js';
import type { ApiRequest } from '../represent/api-request.js';
import { pageAddresses } from '../represent/computed-printers.js';
import type { SiteRoot } from '../represent/site-map.js';
import { addressAndThoseAbove, answersItself } from './subpaths.js';

/** Where an address leads that is no page’s own. */
export interface ResolvedRedirect {
  readonly old_path: string;
  readonly location: string;
  /** 301, else 302. */
  readonly is_permanent: boolean;
}

/** The redirect of the request's site before one of all sites, with the query before without. */
const BY_HAND = `SELECT page_id AS "pageId", page_route_path AS "route", link, is_permanent AS "isPermanent" FROM redirect
  WHERE old_path IN ($1, $2) AND (site_id IS NULL OR site_id = $3)
  ORDER BY old_path <> $1, site_id IS NULL LIMIT 1`;

/** The pages that had these addresses, below any of the site's roots. */
const FORMER = `SELECT u.page_id AS "pageId", u.path, p.type FROM page_url u
    JOIN locale l ON l.id = u.locale_id JOIN page p ON p.id = u.page_id AND p.live AND p.path < '${TRASH_PATH}'
    JOIN unnest($2::text[], $3::text[]) AS root (locale, path) ON root.locale = l.code AND root.path = u.path
  WHERE u.site_id = $1 AND NOT u.is_current ORDER BY length(u.path) DESC, u.since DESC`;

/**
 * What a frontend needs where it found no page: a redirect made by hand, or else the present address of the page that
 * had this one. Spellings of an address count as one.
 */
export async function resolveRedirect(query: Query, request: ApiRequest): Promise<ResolvedRedirect | null> {
  const path = redirectPath(query.get('html_path') ?? '');
  if (path === null || !query.has('html_path')) return null;
  const bare = withoutQuery(path);
  const [byHand] = await request.reader.rows(BY_HAND, [path, bare, request.site?.id ?? null]);
  if (!byHand) return formerAddress(path, bare, request);
  const location = await locationOf(byHand, request);
  return location === null ? null : { old_path: path, location, is_permanent: byHand['isPermanent'] === true };
}

async function locationOf(redirect: Record<string, unknown>, request: ApiRequest): Promise<string | null> {
  if (redirect['pageId'] === null) return String(redirect['link']) || null;
  const [address] = await pageAddresses([redirect['pageId'] as number], request);
  return address ? address + String(redirect['route']).replace(/^\//, '') : null;
}

/** The page that had this address below a root and lives elsewhere now; null when a redirect made by hand goes before. */
export async function formerPage(bare: string, root: SiteRoot, request: ApiRequest): Promise<number | null> {
  const [byHand] = await request.reader.rows(BY_HAND, [bare, bare, request.site?.id ?? null]);
  if (byHand) return null;
  return (await formerAt([{ locale: root.locale, path: addressOf(bare) }], request))?.pageId ?? null;
}

interface FormerPlace {
  /** Code of the language. */
  readonly locale: string;
  /** Below the site's root of that language. */
  readonly path: string;
}

/** A page that had an address, and what of the address it answers itself. */
interface FormerOwner {
  readonly pageId: number;
  readonly rest: string;
}

/** Who had one of these addresses, or one above it and answers what is below itself; the nearest, and the last of them. */
async function formerAt(places: readonly FormerPlace[], request: ApiRequest): Promise<FormerOwner | null> {
  if (!request.site) return null;
  const asked = places.flatMap(({ locale, path }) =>
    addressAndThoseAbove(path).map((above) => ({ locale, path: above, rest: path.slice(above.length) })),
  );
  const found = await request.reader.rows(FORMER, [
    request.site.id,
    asked.map(({ locale }) => locale),
    asked.map(({ path }) => path),
  ]);
  for (const { pageId, path, type } of found) {
    const rest = asked.find((each) => each.path === path)?.rest ?? '';
    if (rest === '' || answersItself(request.models.subpathsOf(String(type)), rest))
      return { pageId: pageId as number, rest };
  }
  return null;
}

async function formerAddress(path: string, bare: string, request: ApiRequest): Promise<ResolvedRedirect | null> {
  const places = (request.site?.roots ?? []).flatMap(({ locale }) => {
    const prefix = request.options.prefixedLocales.includes(locale) ? `/${locale}` : '';
    const address = addressOf(bare);
    return address.startsWith(`${prefix}/`) ? [{ locale, path: address.slice(prefix.length) }] : [];
  });
  const former = await formerAt(places, request);
  const [location] = former ? await pageAddresses([former.pageId], request) : [];
  return former && location ? { old_path: path, location: location + former.rest, is_permanent: true } : null;
}
