import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { READER_HEADER } from '@pipit/access';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { pipeline, type Readable } from 'node:stream';
import { MEDIA_PREFIX } from '../media-options.js';
import { KeptRenditions } from '../renditions/kept-renditions.js';
import { RenditionBytes } from '../renditions/rendition-bytes.js';
import { GivingWay } from './giving-way.js';
import { fileHeaders, matches } from './send-file.js';
import { servedRendition, type ServedFile } from './served-file.js';

/**
 * Answers renditions that are remembered before anything else of the server is asked. Whatever is not plain, as parts
 * of files, goes the long way.
 */
@Injectable()
export class MediaHook {
  private readonly answers = new GivingWay();

  constructor(
    private readonly kept: KeptRenditions,
    private readonly bytes: RenditionBytes,
    host: HttpAdapterHost,
  ) {
    // Command line tools have no HTTP server.
    const server = (host.httpAdapter as { getInstance?(): FastifyInstance } | undefined)?.getInstance?.();
    server?.addHook('onRequest', (request, reply, next) => this.serve(request, reply, next));
  }

  private serve(request: FastifyRequest, reply: FastifyReply, next: () => void): void {
    const { method, url = '', headers } = request.raw;
    if (method !== 'GET' || !url.startsWith(MEDIA_PREFIX) || /[%?]/.test(url)) return next();
    if (headers[READER_HEADER] !== undefined || headers.range !== undefined) return next();
    const made = this.kept.find(url.slice(MEDIA_PREFIX.length));
    // The long way is the longest piece of work there is here.
    if (!made) return this.answers.add(next);
    const file = servedRendition(made);
    if (matches(headers['if-none-match'], file.etag)) {
      reply.hijack();
      reply.raw.writeHead(304, fileHeaders(file)).end();
      return;
    }
    const body = this.bytes.inMemory(made);
    if (body) {
      reply.hijack();
      return this.answers.add(() => send(reply, file, body));
    }
    // Whatever is wrong is told by the long way.
    this.bytes.open(made).then((opened) => {
      reply.hijack();
      send(reply, file, opened);
    }, () => next()); // prettier-ignore
  }
}

/** Past the rest of the server, whose hooks add nothing to files. */
function send(reply: FastifyReply, file: ServedFile, body: Buffer | Readable): void {
  reply.raw.writeHead(200, { ...fileHeaders(file), 'content-length': file.size });
  if (Buffer.isBuffer(body)) reply.raw.end(body);
  // Nobody can be told any more: what broke off ends the connection.
  else pipeline(body, reply.raw, () => undefined);
}
