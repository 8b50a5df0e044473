import type { APIRoute } from 'astro';
import { fetchFile, fileHeaders, storagePath } from '../../media/upstream.ts';
import { readerTokens } from '../../readers/cookie.ts';

/** Documents of the media library, passed on as they are. */
export const GET: APIRoute = async ({ cookies, params, request }) => {
  const path = storagePath('/documents', params['path']);
  const upstream = path ? await fetchFile(path, request, readerTokens(cookies)).catch(() => undefined) : null;
  if (upstream === undefined) return new Response(null, { status: 503 });
  if (upstream === null) return new Response(null, { status: 404 });
  return new Response(upstream.body, { status: upstream.status, headers: fileHeaders(upstream) });
};
