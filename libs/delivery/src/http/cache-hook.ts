import { Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { PublicAnswers } from '../cache/public-answers.js';
import { DELIVERY_OPTIONS, type DeliveryOptions } from '../options.js';
import { cacheControl } from './answer-headers.js';
import { isAnonymous, spellingOf } from './anonymous.js';
import { corsHeaders } from './cors.js';
import { API_ROOT } from './route.js';
import { sendAnswer } from './send-answer.js';

/**
 * Answers what is kept, before anything else of the server is asked: nothing is looked up, checked or allocated that
 * an answer for everybody does not need. Whoever shows who they are goes past it.
 */
@Injectable()
export class CacheHook {
  private readonly control: string;

  constructor(
    private readonly answers: PublicAnswers,
    @Inject(DELIVERY_OPTIONS) private readonly options: DeliveryOptions,
    host: HttpAdapterHost,
  ) {
    this.control = cacheControl(options);
    // Now, as later hooks of the server add headers that are part of what is kept.
    const server = (host.httpAdapter as { getInstance?(): FastifyInstance } | undefined)?.getInstance?.();
    if (options.cacheBytes > 0 && !options.requireToken)
      server?.addHook('onRequest', (request, reply, next) => this.serve(request, reply, next));
  }

  private serve(request: FastifyRequest, reply: FastifyReply, next: () => void): void {
    const { url } = request.raw;
    if (!url?.startsWith(API_ROOT) || !isAnonymous(request)) return next();
    const found = this.answers.find(spellingOf(request));
    if (!found) return next();
    const headers = corsHeaders(this.options, request.headers.origin);
    sendAnswer(found.answer, { request, reply, headers, control: this.control }, (answer) =>
      this.answers.cache.measure(found.key, answer),
    );
  }
}
