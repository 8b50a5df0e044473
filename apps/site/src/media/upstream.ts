import { apiOrigin } from '../api/client.ts';

const TIMEOUT = 15_000;

/** Headers of a stored file that visitors may see. */
const PASSED_ON = [
  'content-type',
  'content-length',
  'content-disposition',
  'etag',
  'last-modified',
  'accept-ranges',
  'content-range',
];

/** Fetches a file from the API's storage; null when there is none. */
export async function fetchFile(path: string, request: Request): Promise<Response | null> {
  const range = request.headers.get('range');
  const response = await fetch(apiOrigin() + path, {
    headers: range ? { range } : {},
    signal: AbortSignal.timeout(TIMEOUT),
  });
  return response.ok ? response : null;
}

/** Headers for passing a file on. It may be replaced in the CMS, so it is not kept for ever. */
export function fileHeaders(upstream: Response): Headers {
  const headers = new Headers({ 'cache-control': 'public, max-age=3600', 'x-content-type-options': 'nosniff' });
  for (const name of PASSED_ON) {
    const value = upstream.headers.get(name);
    if (value) headers.set(name, value);
  }
  // An SVG is a document; in a sandbox it is a picture only.
  headers.set('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
  return headers;
}

/** The path of a request below a prefix, refused when it tries to climb out of it. */
export function storagePath(prefix: string, rest: string | undefined): string | null {
  const segments = (rest ?? '').split('/');
  if (segments.some((segment) => segment === '' || segment === '.' || segment === '..')) return null;
  return `${prefix}/${segments.map(encodeURIComponent).join('/')}`;
}
