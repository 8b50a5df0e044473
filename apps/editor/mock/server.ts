/**
 * A stand-in for the management API over data in memory, for work on the editor and for its tests:
 * `node mock/server.ts` (MOCK_PORT, MOCK_TOKEN_SECONDS). Sign in as ana@norrhaven.example with twelve-knots-north.
 */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Session } from '../src/api/types.ts';
import { readRaw, Refusal, sendJson, type Call } from './http.ts';
import { libraryRoutes } from './library.ts';
import { loadSnippets, snippetRoutes } from './snippets.ts';
import { pageRoutes } from './pages.ts';
import { loadMedia } from './sample-media.ts';
import { loadPages } from './sample-pages.ts';
import { state } from './state.ts';
import { contentTypes } from './types.ts';

const lifetime = Number(process.env.MOCK_TOKEN_SECONDS ?? 900);
const port = Number(process.env.MOCK_PORT ?? 4210);

function openSession(userId: number, res: ServerResponse): Session {
  const accessToken = randomUUID();
  const refresh = `${userId}.${randomUUID()}`;
  state.accessTokens.set(accessToken, { userId, until: Date.now() + lifetime * 1000 });
  state.refreshTokens.add(refresh);
  res.setHeader('set-cookie', `pipit_refresh=${refresh}; HttpOnly; SameSite=Strict; Path=/api/admin/v1/auth`);
  const { password: _, ...user } = state.users.find((item) => item.id === userId)!;
  return { accessToken, expiresIn: lifetime, user };
}
const cookie = (req: IncomingMessage): string => /pipit_refresh=([^;]+)/.exec(req.headers.cookie ?? '')?.[1] ?? '';

type Route = [string, RegExp, (call: Call) => unknown];
const openRoutes: Route[] = [
  [
    'POST',
    /^\/auth\/login$/,
    ({ body, res }) => {
      const user = state.users.find((item) => item.email === body.email && item.password === body.password);
      if (!user) throw new Refusal(401, 'invalid_credentials', 'Email and password don’t match.');
      return openSession(user.id, res);
    },
  ],
  [
    'POST',
    /^\/auth\/refresh$/,
    ({ req, res }) => {
      const old = cookie(req);
      if (!state.refreshTokens.delete(old)) throw new Refusal(401, 'session_ended', 'The session has ended.');
      return openSession(Number(old.split('.')[0]), res);
    },
  ],
  ['GET', /^\/health$/, () => ({ status: 'ok' })],
  // Only here: ends every session, so that a test can see what a timeout looks like.
  [
    'POST',
    /^\/mock\/end-sessions$/,
    () => {
      state.accessTokens.clear();
      state.refreshTokens.clear();
      return { status: 204 };
    },
  ],
];
const closedRoutes: Route[] = [
  [
    'POST',
    /^\/auth\/logout$/,
    ({ req }) => {
      state.refreshTokens.delete(cookie(req));
      return { status: 204 };
    },
  ],
  [
    'GET',
    /^\/me$/,
    ({ userId }) => {
      const { password: _, ...user } = state.users.find((item) => item.id === userId)!;
      return user;
    },
  ],
  [
    'PATCH',
    /^\/me$/,
    ({ userId, body }) => {
      const user = state.users.find((item) => item.id === userId)!;
      user.preferences = body.preferences as Record<string, unknown>;
      const { password: _, ...rest } = user;
      return rest;
    },
  ],
  [
    'GET',
    /^\/content-types$/,
    () => ({
      items: contentTypes.map(({ name, category, label, labelPlural, icon, description, can }) => ({
        name,
        category,
        label,
        labelPlural,
        icon,
        description,
        can,
      })),
    }),
  ],
  [
    'GET',
    /^\/content-types\/([^/]+)$/,
    ({ params }) => {
      const type = contentTypes.find((item) => item.name === decodeURIComponent(params[0]!));
      if (!type) throw new Refusal(404, 'not_found', 'This content type does not exist.');
      return type;
    },
  ],
  ['GET', /^\/sites$/, () => ({ items: state.sites })],
  ['GET', /^\/locales$/, () => ({ items: state.locales })],
  ...pageRoutes,
  ...libraryRoutes,
  ...snippetRoutes,
];

function serveFile(url: URL, res: ServerResponse): boolean {
  const [, area, second, third] = url.pathname.split('/');
  if (area === 'media') {
    const file = state.imageBytes.get(Number(third));
    if (!file) return false;
    res.writeHead(200, { 'content-type': file.type, 'cache-control': 'max-age=3600' }).end(file.bytes);
    return true;
  }
  const bytes = area === 'documents' ? state.documentBytes.get(Number(second)) : undefined;
  if (bytes) res.writeHead(200, { 'content-type': 'application/pdf' }).end(bytes);
  return Boolean(bytes);
}

function authorise(req: IncomingMessage): number {
  const token = /^Bearer (.+)$/.exec(req.headers.authorization ?? '')?.[1] ?? '';
  const known = state.accessTokens.get(token);
  if (!known || known.until < Date.now()) throw new Refusal(401, 'unauthorized', 'Sign in first.');
  return known.userId;
}

async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
  const url = new URL(req.url ?? '/', 'http://mock');
  if (serveFile(url, res)) return;
  const path = url.pathname.replace(/^\/api\/admin\/v1/, '');
  const matches = ([method, pattern]: Route): boolean => method === req.method && pattern.test(path);
  const open = openRoutes.find(matches);
  const route = open ?? closedRoutes.find(matches);
  const raw = await readRaw(req);
  if (!route) throw new Refusal(404, 'not_found', `There is no ${req.method} ${path}.`);
  const userId = open ? 0 : authorise(req);
  const body =
    /json/.test(req.headers['content-type'] ?? '') && raw.length
      ? (JSON.parse(raw.toString('utf8')) as Record<string, unknown>)
      : {};
  const result = route[2]({ req, res, url, raw, body, userId, params: route[1].exec(path)!.slice(1) }) as
    { status?: number; body?: unknown } | undefined;
  if (result && typeof result.status === 'number') sendJson(res, result.status, result.body);
  else sendJson(res, 200, result);
}

loadMedia();
loadPages();
loadSnippets();
createServer((req, res) => {
  answer(req, res).catch((error: unknown) => {
    if (error instanceof Refusal)
      sendJson(res, error.status, {
        type: 'about:blank',
        title: error.code,
        status: error.status,
        code: error.code,
        detail: error.message,
        ...error.extra,
      });
    else sendJson(res, 500, { status: 500, code: 'internal', title: 'Internal error', detail: String(error) });
  });
}).listen(port, '127.0.0.1', () => console.log(`Mock of the management API on http://127.0.0.1:${port}`));
