import type { ReaderToken } from '@pipit/client';
import type { APIContext } from 'astro';

/** Tokens of private pages the visitor gave the password of. No script reads it, and no other site sends it along. */
const COOKIE = 'pipit_reader';
/** A cookie holds about 4 kB. */
const MOST = 6;

/** The tokens a visitor has, the latest first. */
export function readerTokens(cookies: APIContext['cookies']): string[] {
  return (cookies.get(COOKIE)?.value ?? '').split(',').filter(Boolean).slice(0, MOST);
}

/** Keeps one more, until its time is over. */
export function keepReaderToken({ cookies, request, url }: APIContext, { token, expires_at }: ReaderToken): void {
  const secure = url.protocol === 'https:' || request.headers.get('x-forwarded-proto') === 'https';
  const tokens = [token, ...readerTokens(cookies)].slice(0, MOST);
  cookies.set(COOKIE, tokens.join(','), {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure,
    expires: new Date(expires_at),
  });
}
