import type { APIRoute } from 'astro';
import { ContentApi } from '../api/client.ts';
import { ApiUnavailable } from '../api/errors.ts';
import { escapeHtml } from '../richtext/safety.ts';
import { loadHomes } from '../view/load-site.ts';

/** Every public page of every language. */
export const GET: APIRoute = async ({ url }) => {
  try {
    const api = new ContentApi();
    const [{ paths }, pages] = await Promise.all([loadHomes(api), api.allPages({})]);
    const rows = pages.flatMap((page) => {
      const path = paths.of(page.meta);
      return path ? [`<url><loc>${escapeHtml(url.origin + path)}</loc></url>`] : [];
    });
    const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${rows.join('')}</urlset>\n`;
    return new Response(xml, {
      headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=60' },
    });
  } catch (error) {
    if (error instanceof ApiUnavailable) return new Response(null, { status: 503, headers: { 'retry-after': '30' } });
    throw error;
  }
};
