import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { PreviewFrames } from '@pipit/cms';
import type { FastifyReply, FastifyRequest } from 'fastify';

// Scripts and styles come from the editor's own files; Mantine sets styles in attributes.
const CONTENT_SECURITY_POLICY: readonly string[] = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob: https:",
  "media-src 'self' blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "object-src 'none'",
];

/** The policy with the frontends that previews come from as the only frames. */
async function policy(frames: PreviewFrames): Promise<string> {
  // The editor opens without a database too, and says then what is missing.
  const origins = await frames.origins().catch(() => []);
  return [...CONTENT_SECURITY_POLICY, `frame-src ${["'self'", ...origins].join(' ')}`].join('; ');
}

/** Serves the built editor under `/editor/`. Paths of its screens all answer its one page. */
export async function serveEditor(app: NestFastifyApplication, dist: string): Promise<void> {
  const index = join(dist, 'index.html');
  if (!existsSync(index)) throw new Error(`There is no built editor in ${dist}. Run npm run build -w apps/editor.`);
  await app.register(fastifyStatic, {
    root: join(dist, 'assets'),
    prefix: '/editor/assets/',
    immutable: true,
    maxAge: '1y',
    decorateReply: false,
  });
  const frames = app.get(PreviewFrames, { strict: false });
  const page = async (_request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> =>
    reply
      .headers({ 'cache-control': 'no-cache', 'content-security-policy': await policy(frames) })
      .type('text/html; charset=utf-8')
      .send(createReadStream(index));
  const fastify = app.getHttpAdapter().getInstance();
  fastify.get('/editor', page);
  fastify.get('/editor/*', page);
}
