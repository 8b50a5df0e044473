import type { ContentApi } from '../api/client.ts';
import { fieldsFor, typeOf } from '../api/demo-types.ts';
import type { Page } from '../api/wire.ts';
import { loadHomes, loadSite, toMenuItem, translationsOf } from './load-site.ts';
import type { LocaleHome, Paths } from './paths.ts';
import { ReferenceIds, References } from './references.ts';
import type { Found, Site, View } from './view.ts';

/** Finds the page at an address and everything needed to show it. */
export async function loadPage(api: ContentApi, pathname: string, search = ''): Promise<Found> {
  const { homes, paths } = await loadHomes(api);
  const { locale, path } = paths.read(pathname);
  const [site, found] = await Promise.all([
    loadSite(api, paths, homes, locale),
    pageAt(api, paths, homes, locale, path),
  ]);
  if (!found) return missing(api, site, pathname, search);

  const canonical = paths.of(found.meta);
  // The API answers past addresses of moved pages too; visitors are sent to the present one.
  if (canonical && canonical !== pathname) return { kind: 'moved', to: canonical, permanent: true };

  const [page, view] = await Promise.all([inFull(api, found), surroundings(api, site, found, pathname)]);
  await view.refs.load(api, new ReferenceIds().collect(withoutMeta(page)));
  return { kind: 'page', page, view };
}

/** A view without a page, for errors and for search. */
export async function emptyView(api: ContentApi, pathname: string, locale?: string): Promise<View> {
  const { homes, paths } = await loadHomes(api);
  const site = await loadSite(api, paths, homes, locale ?? paths.read(pathname).locale);
  return bareView(site, pathname);
}

function bareView(site: Site, path: string): View {
  return { site, path, crumbs: [], translations: translationsOf(site.paths, site.locale, []), refs: new References() };
}

async function missing(api: ContentApi, site: Site, pathname: string, search: string): Promise<Found> {
  const redirect = await api.redirect(pathname + search);
  if (redirect) {
    return { kind: 'moved', to: site.paths.target(redirect.location), permanent: redirect.is_permanent };
  }
  const asks = await api.locks(pathname);
  const view = bareView(site, pathname);
  return asks && asks.length > 0 ? { kind: 'locked', asks, view } : { kind: 'missing', view };
}

/** `find` knows the default locale only; pages of other locales are found by their slug and then their whole path. */
async function pageAt(
  api: ContentApi,
  paths: Paths,
  homes: readonly LocaleHome[],
  locale: string,
  path: string,
): Promise<Page | null> {
  if (locale === paths.defaultLocale) return api.findPage(path);
  const home = homes.find((candidate) => candidate.locale === locale);
  if (!home) return null;
  const slug = path.split('/').filter(Boolean).at(-1);
  if (!slug) return api.page(home.id);
  const candidates = await api.allPages({ locale, slug });
  const wanted = paths.home(locale) + path.slice(1);
  return candidates.find((page) => paths.of(page.meta) === wanted) ?? null;
}

/** Details print relations as bare ids unless the type is known; a second request asks for what its template shows. */
async function inFull(api: ContentApi, page: Page): Promise<Page> {
  return (await api.page(page.id, { fields: fieldsFor(typeOf(page)) })) ?? page;
}

async function surroundings(api: ContentApi, site: Site, page: Page, path: string): Promise<View> {
  const [ancestors, translations] = await Promise.all([
    api.allPages({ ancestor_of: page.id }),
    api.allPages({ translation_of: page.id }),
  ]);
  return {
    site,
    path,
    crumbs: ancestors.flatMap((ancestor) => toMenuItem(ancestor, site.paths)),
    translations: translationsOf(site.paths, site.locale, translations),
    refs: new References(),
  };
}

function withoutMeta(page: Page): Record<string, unknown> {
  const { meta: _, id: __, ...fields } = page;
  return fields;
}
