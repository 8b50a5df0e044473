import { ContentApi } from '../api/client.ts';
import { ApiUnavailable } from '../api/errors.ts';
import type { Listing, Page } from '../api/wire.ts';
import { emptyView } from './load-page.ts';
import { report } from './report.ts';
import type { View } from './view.ts';

const LONGEST_QUERY = 120;
const RESULTS = 20;

/** Searches one language; null while the API is away, `elsewhere` for a language the site does not have. */
export async function loadSearch(
  url: URL,
  locale: string | undefined,
): Promise<{ view: View; query: string; results: Listing<Page> } | 'elsewhere' | null> {
  const query = (url.searchParams.get('q') ?? '').slice(0, LONGEST_QUERY).trim();
  try {
    const api = new ContentApi();
    const view = await emptyView(api, url.pathname, locale);
    if (locale !== undefined && view.site.locale !== locale) return 'elsewhere';
    const nothing: Listing<Page> = { meta: { total_count: 0 }, items: [] };
    const results = query
      ? await api.pages({ search: query, locale: view.site.locale, limit: RESULTS, fields: 'search_description' })
      : nothing;
    return { view, query, results };
  } catch (error) {
    if (!(error instanceof ApiUnavailable)) throw error;
    report(error);
    return null;
  }
}
