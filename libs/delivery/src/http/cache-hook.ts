import { Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
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
    const server = (host.httpAdapter as { getInstance?(): FastifyInstance } | undefined)?.getInstance?.();
    // Where everybody has to show a token, nobody is nobody in particular.
    if (options.requireToken) return;
    server?.addHook('onRequest', (request, reply, next) => this.serve(request, reply, next));
  }

  private serve(request: FastifyRequest, reply: FastifyReply, next: () => void): void {
    if (!isForEverybody(request)) return next();
    const found = this.answers.find(spellingOf(request));
    if (found) return this.sendKept(found, request, reply);
    const wish = this.view.read(request);
    if (wish === null) return next();
    void this.view.send(wish, request, reply);
  }

  private sendKept({ key, answer }: Kept, request: FastifyRequest, reply: FastifyReply): void {
    const headers = corsHeaders(this.options, request.headers.origin);
    const to = { request, reply, headers, control: this.control };
    sendAnswer(answer, to, (encoded) => this.answers.cache.measure(key, encoded));
  }
}

function isForEverybody(request: FastifyRequest): boolean {
  return request.raw.url?.startsWith(API_ROOT) === true && isAnonymous(request);
}
