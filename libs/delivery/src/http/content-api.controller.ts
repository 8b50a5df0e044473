import { Controller, Delete, Get, Inject, Options, Patch, Post, Put, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiOperation, ApiParam, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentCtx, OF_ONE_READER, programKeyOf, Public, Readers, readerTokensOf } from '@pipit/access';
import type { Ctx } from '@pipit/kernel';
import { previewEnded } from '@pipit/preview';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Dependencies } from '../cache/dependencies.js';
import { ContentApi, type Asked } from '../content-api.js';
import { missing } from '../errors.js';
import { Query } from '../grammar/query-string.js';
import { DELIVERY_OPTIONS, type DeliveryOptions } from '../options.js';
import { PREVIEW_ENDPOINT, PreviewApi } from '../preview/preview-api.js';
import { LATEST_DRAFT, markAsPreview, PREVIEW_PARAMETER, previewTokenOf } from '../preview/preview-token.js';
import { ALLOW, commonHeaders, PRIVATE } from './answer-headers.js';
import type { Answer } from './answer.js';
import { ContentApiFilter } from './content-api.filter.js';
import { ErrorDto, ListingDto, ObjectDto } from './content-api.dto.js';
import { requireContentKey } from './content-key.js';
import { corsHeaders, preflightHeaders, setAll } from './cors.js';
import { negotiate } from './negotiation.js';
import { requestHost } from './request-host.js';
import { readRoute, type Route } from './route.js';
import { sendAnswer } from './send-answer.js';
import { storedAnswer } from './stored-json.js';

const ENDPOINT = {
  name: 'endpoint',
  example: 'pages',
  description: 'pages, images, documents, redirects or a snippet endpoint',
};
/** Paths of methods that have nothing here. “All methods” would collide with the router's own answers to HEAD. */
const OTHERS = [':endpoint', ':endpoint/:id', ':endpoint/:type/:id'];
const FIELDS = { name: 'fields', required: false, example: '*,-body,author(name)', description: 'What to print' };

/** The public content API. The paths are read again here, as the router knows nothing of slashes at their end. */
@ApiTags('content')
@Public()
@UseFilters(ContentApiFilter)
@Controller('api/v2')
export class ContentApiController {
  constructor(
    private readonly api: ContentApi,
    private readonly previews: PreviewApi,
    private readonly readers: Readers,
    @Inject(DELIVERY_OPTIONS) private readonly options: DeliveryOptions,
  ) {}

  @Get(':endpoint')
  @ApiOperation({ summary: 'List objects' })
  @ApiParam(ENDPOINT)
  @ApiQuery(FIELDS)
  @ApiQuery({ name: 'limit', required: false, type: 'integer' })
  @ApiQuery({ name: 'offset', required: false, type: 'integer' })
  @ApiQuery({ name: 'order', required: false, example: '-first_published_at' })
  @ApiQuery({ name: 'search', required: false })
  @ApiQuery({ name: 'type', required: false, description: 'Pages: one type or several', example: 'blog.BlogPage' })
  @ApiResponse({ status: 200, type: ListingDto })
  @ApiResponse({ status: 400, type: ErrorDto })
  list(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @CurrentCtx() ctx: Ctx): Promise<void> {
    return this.answer(request, reply, ctx);
  }

  @Get(':endpoint/find')
  @ApiOperation({ summary: 'Find an object by its id or path and go to its detail' })
  @ApiParam(ENDPOINT)
  @ApiQuery({ name: 'html_path', required: false, example: '/blog/a-post/' })
  @ApiQuery({ name: 'id', required: false, type: 'integer' })
  @ApiQuery({ name: 'resolve', required: false, enum: ['true'], description: 'Redirects: answer where it leads' })
  @ApiResponse({ status: 302, description: 'To the detail view, with all other parameters' })
  @ApiResponse({ status: 404, type: ErrorDto })
  find(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @CurrentCtx() ctx: Ctx): Promise<void> {
    return this.answer(request, reply, ctx);
  }

  @Get(':endpoint/:id')
  @ApiOperation({ summary: 'Show one object' })
  @ApiParam(ENDPOINT)
  @ApiParam({ name: 'id', type: 'integer' })
  @ApiQuery(FIELDS)
  @ApiResponse({ status: 200, type: ObjectDto })
  @ApiResponse({ status: 404, type: ErrorDto })
  detail(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @CurrentCtx() ctx: Ctx): Promise<void> {
    return this.answer(request, reply, ctx);
  }

  @Get(':endpoint/:type/:id')
  @ApiExcludeEndpoint()
  detailOfType(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @CurrentCtx() ctx: Ctx): Promise<void> {
    return this.answer(request, reply, ctx);
  }

  @Post(OTHERS)
  @ApiExcludeEndpoint()
  post(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @CurrentCtx() ctx: Ctx): Promise<void> {
    return this.answer(request, reply, ctx);
  }

  @Put(OTHERS)
  @ApiExcludeEndpoint()
  put(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @CurrentCtx() ctx: Ctx): Promise<void> {
    return this.answer(request, reply, ctx);
  }

  @Patch(OTHERS)
  @ApiExcludeEndpoint()
  patch(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @CurrentCtx() ctx: Ctx): Promise<void> {
    return this.answer(request, reply, ctx);
  }

  @Delete(OTHERS)
  @ApiExcludeEndpoint()
  delete(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @CurrentCtx() ctx: Ctx): Promise<void> {
    return this.answer(request, reply, ctx);
  }

  @Options(OTHERS)
  @ApiExcludeEndpoint()
  describe(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @CurrentCtx() ctx: Ctx): Promise<void> {
    return this.answer(request, reply, ctx);
  }

  private async answer(request: FastifyRequest, reply: FastifyReply, ctx: Ctx): Promise<void> {
    const [path = '', ...rest] = request.url.split('?');
    const route = readRoute(path);
    const search = rest.join('?');
    if (route === 'unslashed' && this.isEndpoint(path.split('/')[3] ?? '')) {
      return redirect(reply, 301, `${path}/${search === '' ? '' : `?${search}`}`);
    }
    if (route === null || route === 'unslashed' || !this.isEndpoint(route.endpoint)) throw missing('not found');
    const given = new Query(search);
    const { origin } = request.headers;
    setAll(reply, [...ALLOW, ...commonHeaders(this.options)]);
    setAll(reply, corsHeaders(this.options, origin));
    const token = previewTokenOf(request, given);
    if (token !== null) markAsPreview(reply);
    const query = token === null ? given : new Query(given.without([PREVIEW_PARAMETER]));
    const accepted = negotiate(query, request.headers.accept);
    if (accepted === 'no such format') throw missing('');
    if (accepted === 'nothing acceptable') return detailOf(reply, 406, 'Could not satisfy the request Accept header.');
    if (request.method === 'OPTIONS') return this.describeOrAllow(request, reply, route);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return detailOf(reply, 405, `Method "${request.method}" not allowed.`);
    }
    requireContentKey(request, this.options);
    const asked = { ctx, query, ...requestHost(request), depends: new Dependencies() };
    if (route.endpoint === PREVIEW_ENDPOINT) return this.facts(route, request, reply, token, asked);
    const indent = accepted.indent ?? this.options.indent;
    if (token === null) return this.everybodys(route, request, reply, asked, indent);
    const answer = await this.previewed(token, route, request, asked);
    if (answer.kind === 'redirect') {
      return redirect(reply, answer.status, withPreview(answer.location, given.get(PREVIEW_PARAMETER)));
    }
    return json(reply, answer.status, answer.body, indent);
  }

  /** What the holder of a token is shown, or a program with an API token for previews. */
  private previewed(token: string, route: Route, request: FastifyRequest, asked: Asked): Promise<Answer> {
    const view = (shown: Asked): Promise<Answer> => this.api.view(route, shown);
    if (token !== LATEST_DRAFT) return this.previews.view(token, asked, view);
    const key = programKeyOf(request);
    if (!key?.preview) throw previewEnded('Drafts are shown to API tokens for previews.');
    return this.previews.viewDraft(key.userId, route, asked, view);
  }

  /** What the public is shown, and readers what they may read besides: of whom something is known nobody on the way keeps it. */
  private async everybodys(
    route: Route,
    request: FastifyRequest,
    reply: FastifyReply,
    asked: Asked,
    indent: number,
  ): Promise<void> {
    const tokens = readerTokensOf(request);
    const passed = tokens === null ? [] : await this.readers.passed(tokens);
    const answer = await this.api.view(route, { ...asked, passed });
    const stored = storedAnswer(answer, asked.depends.tags, commonHeaders(this.options), { ...this.options, indent });
    const control = tokens === null ? PRIVATE : OF_ONE_READER;
    const headers = corsHeaders(this.options, request.headers.origin);
    reply.hijack();
    sendAnswer(stored, { request: request.raw, response: reply.raw, headers, control }, () => undefined);
  }

  private describeOrAllow(request: FastifyRequest, reply: FastifyReply, route: Route): void {
    const { headers } = request;
    if (headers['access-control-request-method'] === undefined) {
      return json(reply, 200, { name: route.endpoint, renders: ['application/json'] }, 0);
    }
    setAll(reply, preflightHeaders(this.options, headers.origin) ?? []);
    void reply.status(204).send();
  }

  private isEndpoint(name: string): boolean {
    return name === PREVIEW_ENDPOINT || this.api.has(name);
  }

  /** What a token shows. A caller that names the version it has is told that there is none newer. */
  private async facts(route: Route, request: FastifyRequest, reply: FastifyReply, token: string | null, asked: Asked) {
    if (route.view !== 'list') throw missing('not found');
    if (token === null) throw previewEnded('A preview needs a token.');
    const { etag, answer } = await this.previews.facts(token, asked, request.headers['if-none-match']);
    reply.header('etag', etag);
    if (answer?.kind === 'json') json(reply, answer.status, answer.body, this.options.indent);
    else void reply.status(304).send();
  }
}

function redirect(reply: FastifyReply, status: number, location: string): void {
  void reply.status(status).header('location', location).send();
}

/** Whoever holds the token in the address takes it along. */
function withPreview(location: string, token: string | undefined): string {
  if (token === undefined) return location;
  return `${location}${location.includes('?') ? '&' : '?'}${PREVIEW_PARAMETER}=${encodeURIComponent(token)}`;
}

function detailOf(reply: FastifyReply, status: number, detail: string): void {
  json(reply, status, { detail }, 0);
}

/** Bytes, so that Fastify leaves the content type alone. */
function json(reply: FastifyReply, status: number, body: unknown, indent: number): void {
  void reply
    .status(status)
    .header('content-type', 'application/json')
    .send(Buffer.from(JSON.stringify(body, null, indent)));
}
