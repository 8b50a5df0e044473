import { READER_HEADER } from '@pipit/client';
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

/** Fetches a file from the API's storage, a private one for visitors who may see it; null when there is none. */
export async function fetchFile(path: string, request: Request, tokens: readonly string[]): Promise<Response | null> {
  const range = request.headers.get('range');
  const ask = async (headers: Record<string, string>): Promise<Response | null> => {
    const response = await fetch(apiOrigin() + path, {
      headers: range ? { ...headers, range } : headers,
      signal: AbortSignal.timeout(TIMEOUT),
    });
    return response.ok ? response : null;
  };
  // What is public stays what everybody may keep.
  return (await ask({})) ?? (tokens.length > 0 ? ask({ [READER_HEADER]: tokens.join() }) : null);
}

/** Headers for passing a file on. It may be replaced in the CMS, so it is not kept for ever. */
export function fileHeaders(upstream: Response): Headers {
  const isPrivate = upstream.headers.get('cache-control')?.includes('no-store') === true;
  const headers = new Headers({
    'cache-control': isPrivate ? 'private, no-store' : 'public, max-age=3600',
    'x-content-type-options': 'nosniff',
  });
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
