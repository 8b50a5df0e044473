import type { ContentApi } from '../api/client.ts';
import type { ContactPage } from '../api/demo-types.ts';
import { fieldsFor } from '../api/demo-types.ts';
import { ApiUnavailable } from '../api/errors.ts';
import type { Page } from '../api/wire.ts';
import { stringsFor } from '../i18n/strings.ts';
import { Paths, type LocaleHome } from './paths.ts';
import type { MenuItem, Site, Translation } from './view.ts';

const HOME_NAME = /[|:–].*$/;

/** The home pages of all locales; the one at `/` is the default. */
export async function loadHomes(api: ContentApi): Promise<{ homes: LocaleHome[]; paths: Paths }> {
  const root = await api.findPage('/');
  if (!root) throw new ApiUnavailable('/api/v2/pages/find/?html_path=/', 'there is no home page yet');
  const translations = await api.allPages({ translation_of: root.id });
  const homes = [root, ...translations].map(({ id, title, meta }) => ({ id, title, locale: meta.locale }));
  const origin = root.meta.html_url ? new URL(root.meta.html_url).origin : null;
  return {
    homes,
    paths: new Paths(
      root.meta.locale,
      homes.map((home) => home.locale),
      origin,
    ),
  };
}

/** Name, menu and address block of one language. */
export async function loadSite(
  api: ContentApi,
  paths: Paths,
  homes: readonly LocaleHome[],
  locale: string,
): Promise<Site> {
  const home = homes.find((candidate) => candidate.locale === locale) ?? homes[0]!;
  const [menu, contacts] = await Promise.all([
    api.allPages({ child_of: home.id, show_in_menus: 'true' }),
    api.pages<ContactPage>({
      type: 'demo.ContactPage',
      locale: home.locale,
      fields: fieldsFor('ContactPage'),
      limit: 1,
    }),
  ]);
  const contact = contacts.items[0];
  return {
    locale: home.locale,
    name: home.title.replace(HOME_NAME, ''),
    home: paths.home(home.locale),
    homeId: home.id,
    menu: menu.flatMap((page) => toMenuItem(page, paths)),
    contact: contact ? { page: contact, href: paths.of(contact.meta) ?? '#' } : null,
    paths,
    words: stringsFor(home.locale),
    api,
  };
}

export function toMenuItem(page: Page, paths: Paths): MenuItem[] {
  const href = paths.of(page.meta);
  return href ? [{ id: page.id, title: page.title, href }] : [];
}

/** One entry per other language: this page there, or else that language's home page. */
export function translationsOf(paths: Paths, locale: string, translations: readonly Page[]): Translation[] {
  return paths.locales
    .filter((other) => other !== locale)
    .map((other) => {
      const page = translations.find((candidate) => candidate.meta.locale === other);
      const href = page && paths.of(page.meta);
      return { locale: other, href: href ?? paths.home(other), exact: Boolean(href) };
    });
}
