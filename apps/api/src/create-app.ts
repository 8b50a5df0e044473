import multipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Project } from '@pipit/cms';
import { AppModule } from './app.module.js';
import { ServerLogger } from './server-logger.js';
import { storageOf } from './storage-of.js';
import { allowHosts } from './security/allowed-hosts.js';
import { secureHeaders } from './security/headers.js';
import { serveEditor } from './serve-editor.js';
import { serveOpenApi } from './serve-open-api.js';
import type { ServerOptions } from './options.js';

const MEGABYTE = 1024 * 1024;

/** The whole server, not yet listening. */
export async function createApp(options: ServerOptions, project: Project): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    trustProxy: options.trustedProxies.length > 0 ? [...options.trustedProxies] : false,
    bodyLimit: 10 * MEGABYTE,
    // Fastify waits for ever by default.
    requestTimeout: 120_000,
    connectionTimeout: 130_000,
    keepAliveTimeout: 72_000,
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 300 },
  });
  allowHosts(adapter.getInstance(), options.hosts);
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(options, project, await storageOf(options)),
    adapter,
    {
      logger: new ServerLogger(),
      abortOnError: false,
    },
  );
  await secureHeaders(app, options.publicUrl);
  await app.register(multipart, { limits: { files: 1, fields: 20, fieldSize: MEGABYTE } });
  app.enableShutdownHooks();
  serveOpenApi(app);
  if (options.editorDist) await serveEditor(app, options.editorDist);
  return app;
}
