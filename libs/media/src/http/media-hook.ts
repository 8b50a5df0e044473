import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { READER_HEADER } from '@pipit/access';
import { listenFirst } from '@pipit/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline, type Readable } from 'node:stream';
import { MEDIA_PREFIX } from '../media-options.js';
import { KeptRenditions } from '../renditions/kept-renditions.js';
import { RenditionBytes } from '../renditions/rendition-bytes.js';
import { GivingWay } from './giving-way.js';
import { fileHeaders, matches } from './send-file.js';
import { servedRendition, type ServedFile } from './served-file.js';

/** Hosts under which renditions are asked for; a server has few. */
const HOSTS = 1000;

/**
 * Answers renditions that are remembered before anything else of the server is asked. Whatever is not plain, as parts
 * of files, goes the long way.
 */
@Injectable()
export class MediaHook {
  private readonly answers = new GivingWay();
  /** Hosts that the server's rules let through. */
  private readonly hosts = new LRUCache<string, true>({ max: HOSTS });

  constructor(
    private readonly kept: KeptRenditions,
    private readonly bytes: RenditionBytes,
    host: HttpAdapterHost,
  ) {
    // Command line tools have no HTTP server.
    const fastify = (host.httpAdapter as { getInstance?(): FastifyInstance } | undefined)?.getInstance?.();
    if (!fastify) return;
    listenFirst(fastify.server, (...asked) => this.serveFirst(...asked));
    fastify.addHook('onRequest', (request, reply, next) => this.serve(request, reply, next));
  }

  /** Sends what needs no waiting, past Fastify, whose routes and hooks take longer than all the rest. */
  private serveFirst(request: IncomingMessage, response: ServerResponse, host: string): boolean {
    const key = keyOf(request);
    if (key === null || !this.hosts.has(host)) return false;
    const made = this.kept.find(key);
    if (!made) return false;
    const file = servedRendition(made);
    const body = isKnown(request, file) ? null : this.bytes.inMemory(made);
    if (body === null) sendUnchanged(response, file);
    else if (body) this.answers.add(() => send(response, file, body));
    return body !== undefined;
  }

  private serve(request: FastifyRequest, reply: FastifyReply, next: () => void): void {
    const key = keyOf(request.raw);
    if (key === null) return next();
    this.hosts.set(request.host, true);
    const made = this.kept.find(key);
    // The long way is the longest piece of work there is here.
    if (!made) return this.answers.add(next);
    const file = servedRendition(made);
    if (isKnown(request.raw, file)) {
      reply.hijack();
      return sendUnchanged(reply.raw, file);
    }
    // Whatever is wrong is told by the long way.
    this.bytes.open(made).then((body) => {
      reply.hijack();
      if (Buffer.isBuffer(body)) this.answers.add(() => send(reply.raw, file, body));
      else send(reply.raw, file, body);
    }, () => next()); // prettier-ignore
  }
}

/** The key of a file that is asked for as everybody may; null for all else. */
function keyOf({ method, url = '', headers }: IncomingMessage): string | null {
  if (method !== 'GET' || !url.startsWith(MEDIA_PREFIX) || /[%?]/.test(url)) return null;
  if (headers[READER_HEADER] !== undefined || headers.range !== undefined) return null;
  return url.slice(MEDIA_PREFIX.length);
}

/** Whether the reader has it already. */
function isKnown({ headers }: IncomingMessage, { etag }: ServedFile): boolean {
  return matches(headers['if-none-match'], etag);
}

function sendUnchanged(response: ServerResponse, file: ServedFile): void {
  response.writeHead(304, fileHeaders(file)).end();
}

/** Past the rest of the server, whose hooks add nothing to files. */
function send(response: ServerResponse, file: ServedFile, body: Buffer | Readable): void {
  response.writeHead(200, { ...fileHeaders(file), 'content-length': file.size });
  if (Buffer.isBuffer(body)) response.end(body);
  // Nobody can be told any more: what broke off ends the connection.
  else pipeline(body, response, () => undefined);
}
