import { PreviewOver } from '@pipit/client';
import type { APIContext, MiddlewareNext } from 'astro';
import { homeOf, keyOf, openPreview, pathOf, type PreviewRoute } from './preview.ts';

const COOKIE = 'pipit_preview';

/**
 * Answers an address of previews. The token goes out of the address into a cookie that only this preview's own address
 * is sent, so that the rest of the site stays what visitors see.
 */
export async function respond(route: PreviewRoute, context: APIContext, next: MiddlewareNext): Promise<Response> {
  try {
    if (route.kind === 'enter') return await enter(route.token, context);
    const { key } = route;
    if (route.kind === 'leave') return leave(key, context);
    const token = context.cookies.get(COOKIE)?.value ?? '';
    const preview = await openPreview(token, key);
    if (route.kind === 'version')
      return new Response(preview.answer.version, { headers: { 'content-type': 'text/plain' } });
    context.locals.preview = preview;
    const path = preview.answer.endpoint === 'pages' ? await pathOf(preview) : '/preview/snippet/';
    return await next(path ?? '/preview/ended/');
  } catch (error) {
    if (!(error instanceof PreviewOver)) throw error;
    const ended = await next('/preview/ended/');
    return new Response(ended.body, { status: error.status, headers: ended.headers });
  }
}

async function enter(token: string, { cookies, request, url }: APIContext): Promise<Response> {
  const { answer } = await openPreview(token, '');
  const path = homeOf(keyOf(answer));
  const secure = url.protocol === 'https:' || request.headers.get('x-forwarded-proto') === 'https';
  cookies.set(COOKIE, token, {
    path,
    httpOnly: true,
    expires: new Date(answer.expires_at),
    // A frame on another site is sent no other cookie; over plain HTTP the editor is on the same site.
    ...(secure ? { secure, sameSite: 'none', partitioned: true } : { sameSite: 'lax' }),
  });
  return new Response(null, { status: 303, headers: { location: path } });
}

/** Back to what everybody sees. The address is ours: nobody can be sent elsewhere from here. */
function leave(key: string, { cookies }: APIContext): Response {
  cookies.delete(COOKIE, { path: homeOf(key) });
  return new Response(null, { status: 303, headers: { location: '/' } });
}
