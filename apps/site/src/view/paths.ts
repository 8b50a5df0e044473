import type { PageMeta } from '../api/wire.ts';

export interface LocaleHome {
  id: number;
  locale: string;
  title: string;
}

/** Addresses of this frontend: the default locale lives at `/`, every other one below `/<locale>/`. */
export class Paths {
  constructor(
    readonly defaultLocale: string,
    readonly locales: readonly string[],
    /** Where the API thinks this site is; addresses there are ours. */
    private readonly origin: string | null = null,
  ) {}

  home(locale: string): string {
    return locale === this.defaultLocale ? '/' : `/${locale}/`;
  }

  /** Where a page of the API is found here. Its host is the API's idea of the site; ours is our own. */
  of(meta: Pick<PageMeta, 'html_url'> & { locale?: string }): string | null {
    if (!meta.html_url) return null;
    const path = new URL(meta.html_url, 'http://site').pathname;
    const locale = meta.locale ?? this.defaultLocale;
    const home = this.home(locale);
    return path.startsWith(home) ? path : home + path.slice(1);
  }

  /** Where a redirect leads: a path of ours, or an address elsewhere. */
  target(location: string): string {
    if (!URL.canParse(location)) return location;
    const { origin, pathname, search } = new URL(location);
    return origin === this.origin ? pathname + search : location;
  }

  search(locale: string): string {
    return `${this.home(locale)}search/`;
  }

  /** Splits what the visitor asked for into a locale and the path below its home page. */
  read(pathname: string): { locale: string; path: string } {
    const segments = pathname.split('/').filter(Boolean);
    const [first, ...rest] = segments;
    const locale = first && first !== this.defaultLocale && this.locales.includes(first) ? first : this.defaultLocale;
    const below = locale === this.defaultLocale ? segments : rest;
    return { locale, path: below.length > 0 ? `/${below.join('/')}/` : '/' };
  }
}
