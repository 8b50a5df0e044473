import type { RedirectMatch } from '../../api';

/** What the address of the list of redirects says. */
export interface RedirectSearch {
  q?: string;
  view?: 'hand' | 'pages';
  site?: string;
}

/** Reads the search part of an address; what makes no sense is left out. */
export function readRedirectSearch({ q, view, site }: Record<string, unknown>): RedirectSearch {
  const named = typeof site === 'number' ? String(site) : site;
  return {
    ...(typeof q === 'string' && q ? { q } : {}),
    ...(view === 'hand' || view === 'pages' ? { view } : {}),
    ...(typeof named === 'string' && /^(all|[1-9]\d{0,8})$/.test(named) ? { site: named } : {}),
  };
}

/** The request for it. */
export function redirectMatch({ q, view, site }: RedirectSearch): RedirectMatch {
  return {
    ...(q ? { q } : {}),
    ...(site ? { site } : {}),
    ...(view ? { automatic: view === 'hand' ? 'false' : 'true' } : {}),
  };
}
