import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { PreviewFrames } from '@pipit/cms';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { newNonce, pagePolicy } from './security/page-policy.js';

/** Stands in the built page wherever a nonce belongs; see the editor's vite.config.ts. */
const PLACEHOLDER = /PIPIT_NONCE/g;

/** Frontends that previews come from are the only frames of others. */
async function framesOf(frames: PreviewFrames): Promise<string> {
  // The editor opens without a database too, and says then what is missing.
  const origins = await frames.origins().catch(() => []);
  return ["'self'", ...origins].join(' ');
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
  const html = readFileSync(index, 'utf8');
  const page = async (_request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const nonce = newNonce();
    const policy = pagePolicy(nonce, { 'frame-src': await framesOf(frames), 'media-src': "'self' blob:" });
    return reply
      .headers({ 'cache-control': 'no-cache', 'content-security-policy': policy })
      .type('text/html; charset=utf-8')
      .send(html.replace(PLACEHOLDER, nonce));
  };
  const fastify = app.getHttpAdapter().getInstance();
  fastify.get('/editor', page);
  fastify.get('/editor/*', page);
}
