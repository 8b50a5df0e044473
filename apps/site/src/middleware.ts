import { createHash } from 'node:crypto';
import { defineMiddleware } from 'astro:middleware';
import { readRoute } from './preview/preview.ts';
import { readerTokens } from './readers/cookie.ts';
import { respond } from './preview/respond.ts';

/** Only our own files, and pictures; content brings no script, frame or font from elsewhere. */
const policy = (framedBy: string): string =>
  [
    "default-src 'self'",
    "img-src 'self' data:",
    "style-src 'self' 'unsafe-inline'",
    "script-src 'self'",
    "object-src 'none'",
    "frame-src 'none'",
    `frame-ancestors ${framedBy}`,
    "base-uri 'none'",
    "form-action 'self' mailto:",
  ].join('; ');

const isFile = (path: string): boolean => /\/[^/]+\.[a-z0-9]{2,5}$/i.test(path) || path.startsWith('/_');

/** One address per page: with a slash at the end, without doubled ones. */
function tidyPath(path: string): string {
  const single = path.replace(/\/{2,}/g, '/');
  return single.endsWith('/') || isFile(single) ? single : `${single}/`;
}

export const onRequest = defineMiddleware(async (context, next) => {
  const { request, url, isPrerendered, locals } = context;
  if (isPrerendered) return next();
  const tidy = tidyPath(url.pathname);
  if (tidy !== url.pathname && (request.method === 'GET' || request.method === 'HEAD')) {
    return new Response(null, { status: 301, headers: { location: tidy + url.search } });
  }

  const route = readRoute(url);
  if (route) return asPreview(await respond(route, context, next), locals.preview?.editorOrigin);
  const response = await next();
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  return asDocument(request, response, readerTokens(context.cookies).length > 0);
});

/** A draft is kept by nobody, found by no search engine, and framed by the editor alone. */
function asPreview(response: Response, editorOrigin: string | undefined): Response {
  const headers = new Headers(response.headers);
  headers.set('content-security-policy', policy(editorOrigin ?? "'none'"));
  headers.set('x-content-type-options', 'nosniff');
  headers.set('referrer-policy', 'no-referrer');
  headers.set('x-robots-tag', 'noindex, nofollow');
  headers.set('cache-control', 'no-store');
  return new Response(response.body, { status: response.status, headers });
}

/** Security and caching headers. Browsers may keep a page, but ask each time whether it is still the same. */
async function asDocument(request: Request, response: Response, isPrivate: boolean): Promise<Response> {
  const headers = new Headers(response.headers);
  headers.set('content-security-policy', policy("'self'"));
  headers.set('x-content-type-options', 'nosniff');
  headers.set('referrer-policy', 'strict-origin-when-cross-origin');
  headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=()');
  // Of visitors who gave a password nobody keeps anything.
  if (response.status !== 200 || isPrivate) {
    headers.set('cache-control', isPrivate ? 'private, no-store' : 'no-store');
    return new Response(response.body, { status: response.status, headers });
  }
  const body = await response.text();
  const etag = `W/"${createHash('sha1').update(body).digest('base64url')}"`;
  headers.set('etag', etag);
  headers.set('cache-control', 'public, max-age=0, must-revalidate');
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
  return new Response(body, { status: 200, headers });
}
