import { Inject, Injectable } from '@nestjs/common';
import { createCtx, type Ctx } from '@pipit/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { AnswerKeys } from '../cache/answer-keys.js';
import { Dependencies } from '../cache/dependencies.js';
import { PublicAnswers, type Produce } from '../cache/public-answers.js';
import { ContentApi } from '../content-api.js';
import { Query } from '../grammar/query-string.js';
import { DELIVERY_OPTIONS, type DeliveryOptions } from '../options.js';
import { ALLOW, cacheControl, commonHeaders } from './answer-headers.js';
import { spellingOf } from './anonymous.js';
import { corsHeaders, setAll } from './cors.js';
import { requestHost } from './request-host.js';
import { readRoute, type Route } from './route.js';
import { sendAnswer } from './send-answer.js';
import { sendError } from './send-error.js';
import { storedAnswer } from './stored-json.js';

const JSON_FORMATS: ReadonlySet<string | undefined> = new Set([undefined, '', 'json']);

/** A view of the content API, and what is asked of it. */
export interface Wish {
  readonly route: Route;
  readonly query: Query;
}

/** Makes what readers get of whom nothing is known, kept and shared. */
@Injectable()
export class PublicView {
  private readonly control: string;
  private readonly common: readonly string[];
  private readonly ctx: Ctx;

  constructor(
    private readonly api: ContentApi,
    private readonly answers: PublicAnswers,
    private readonly keys: AnswerKeys,
    dataSource: DataSource,
    @Inject(DELIVERY_OPTIONS) private readonly options: DeliveryOptions,
  ) {
    this.control = cacheControl(options);
    this.common = commonHeaders(options);
    // One for all: nothing of a request but its address has a part in what everybody gets.
    this.ctx = createCtx(dataSource.manager, { kind: 'anonymous' });
  }

  /** What a request of nobody in particular wishes to see; null where that takes more than looking. */
  read(request: FastifyRequest): Wish | null {
    const { url } = request;
    const mark = url.indexOf('?');
    const route = readRoute(mark < 0 ? url : url.slice(0, mark));
    if (route === null || route === 'unslashed' || !this.api.has(route.endpoint)) return null;
    const query = new Query(mark < 0 ? '' : url.slice(mark + 1));
    return JSON_FORMATS.has(query.get('format')) ? { route, query } : null;
  }

  /** Answers it. */
  async send({ route, query }: Wish, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const allowed = corsHeaders(this.options, request.headers.origin);
    const asked = { ctx: this.ctx, query, ...requestHost(request) };
    const produce: Produce = async (depends) => {
      const answer = await this.api.view(route, { ...asked, depends });
      return storedAnswer(answer, depends.tags, this.common, this.options);
    };
    try {
      const isKept = this.options.cacheBytes > 0;
      const key = isKept ? await this.keys.keyOf(route, asked) : '';
      const stored = isKept
        ? await this.answers.answer(key, spellingOf(request.host, request.raw), produce)
        : await produce(new Dependencies());
      reply.hijack();
      const to = { request: request.raw, response: reply.raw, headers: allowed, control: this.control };
      sendAnswer(stored, to, (answer) => this.answers.cache.measure(key, answer));
    } catch (error) {
      setAll(reply, [...ALLOW, ...this.common, ...allowed]);
      sendError(error, request, reply);
    }
  }
}
