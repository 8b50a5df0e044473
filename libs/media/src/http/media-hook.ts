import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { READER_HEADER } from '@pipit/access';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { MEDIA_PREFIX } from '../media-options.js';
import { KeptRenditions } from '../renditions/kept-renditions.js';
import { RenditionBytes } from '../renditions/rendition-bytes.js';
import { fileHeaders } from './send-file.js';
import { servedRendition } from './served-file.js';

/**
 * Answers renditions that are remembered and in memory before anything else of the server is asked. Whatever is not
 * plain, parts of files and questions whether they changed, goes the long way.
 */
@Injectable()
export class MediaHook {
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
    if (headers[READER_HEADER] !== undefined || headers.range !== undefined || headers['if-none-match'] !== undefined)
      return next();
    const made = this.kept.find(url.slice(MEDIA_PREFIX.length));
    const body = made && this.bytes.inMemory(made);
    if (!made || !body) return next();
    void reply.headers(fileHeaders(servedRendition(made))).send(body);
  }
}
