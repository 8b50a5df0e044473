import { Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { listenFirst } from '@pipit/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { PublicAnswers, type Kept } from '../cache/public-answers.js';
import { DELIVERY_OPTIONS, type DeliveryOptions } from '../options.js';
import { cacheControl } from './answer-headers.js';
import { isAnonymous, spellingOf } from './anonymous.js';
import { corsHeaders } from './cors.js';
import { PublicView } from './public-view.js';
import { API_ROOT } from './route.js';
import { sendAnswer } from './send-answer.js';

/**
 * Answers whoever is nobody in particular, before anything else of the server is asked: nothing is looked up, checked or
 * allocated that an answer for everybody does not need. Whoever shows who they are goes past it.
 */
@Injectable()
export class CacheHook {
  private readonly control: string;

  constructor(
    private readonly answers: PublicAnswers,
    private readonly view: PublicView,
    @Inject(DELIVERY_OPTIONS) private readonly options: DeliveryOptions,
    host: HttpAdapterHost,
  ) {
    this.control = cacheControl(options);
    const fastify = (host.httpAdapter as { getInstance?(): FastifyInstance } | undefined)?.getInstance?.();
    // Where everybody has to show a token, nobody is nobody in particular.
    if (!fastify || options.requireToken) return;
    listenFirst(fastify.server, (...asked) => this.serveFirst(...asked));
    fastify.addHook('onRequest', (request, reply, next) => this.serve(request, reply, next));
  }

  /**
   * Sends what is kept, past Fastify, whose routes and hooks take longer than all the rest: only what they let through once
   * is known by its host and address.
   */
  private serveFirst(request: IncomingMessage, response: ServerResponse, host: string): boolean {
    if (!isForEverybody(request)) return false;
    const found = this.answers.find(spellingOf(host, request));
    if (found) this.send(found, request, response);
    return found !== undefined;
  }

  private serve(request: FastifyRequest, reply: FastifyReply, next: () => void): void {
    if (!isForEverybody(request.raw)) return next();
    const found = this.answers.find(spellingOf(request.host, request.raw));
    if (found) {
      reply.hijack();
      return this.send(found, request.raw, reply.raw);
    }
    const wish = this.view.read(request);
    if (wish === null) return next();
    void this.view.send(wish, request, reply);
  }

  private send({ key, answer }: Kept, request: IncomingMessage, response: ServerResponse): void {
    const headers = corsHeaders(this.options, request.headers.origin);
    const to = { request, response, headers, control: this.control };
    sendAnswer(answer, to, (encoded) => this.answers.cache.measure(key, encoded));
  }
}

function isForEverybody(request: IncomingMessage): boolean {
  return request.url?.startsWith(API_ROOT) === true && isAnonymous(request);
}
