import { createHash } from 'node:crypto';
import type { APIRoute } from 'astro';
import { scaledWebp } from '../../media/scale.ts';
import { fetchFile, fileHeaders, storagePath } from '../../media/upstream.ts';
import { readerTokens } from '../../readers/cookie.ts';
import { WIDTHS } from '../../view/media.ts';

const SCALABLE = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif']);

const gone = (status: number): Response => new Response(null, { status });

/** Pictures of the media library, scaled to one of our widths when `w` asks for it. */
export const GET: APIRoute = async ({ cookies, params, request, url }) => {
  const path = storagePath('/media', params['path']);
  const width = url.searchParams.get('w');
  if (!path || (width !== null && !WIDTHS.some((known) => String(known) === width))) return gone(404);

  const upstream = await fetchFile(path, request, readerTokens(cookies)).catch(() => undefined);
  if (upstream === undefined) return gone(503);
  if (upstream === null) return gone(404);
  const headers = fileHeaders(upstream);
  if (width === null || !SCALABLE.has(headers.get('content-type') ?? ''))
    return new Response(upstream.body, { status: upstream.status, headers });

  const version = `${path}:${headers.get('etag') ?? headers.get('last-modified') ?? headers.get('content-length') ?? ''}`;
  const webp = await scaledWebp(version, Number(width), () => upstream.arrayBuffer());
  const etag = `"${createHash('sha1').update(webp).digest('base64url')}"`;
  if (request.headers.get('if-none-match') === etag)
    return new Response(null, { status: 304, headers: { etag, 'cache-control': headers.get('cache-control') ?? '' } });
  for (const name of ['content-disposition', 'last-modified', 'accept-ranges']) headers.delete(name);
  headers.set('content-type', 'image/webp');
  headers.set('content-length', String(webp.length));
  headers.set('etag', etag);
  return new Response(new Uint8Array(webp), { headers });
};
