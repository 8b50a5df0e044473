import { Body, Controller, Get, Header, HttpCode, Inject, Options, Post, Query, Req, Res, UseFilters } from '@nestjs/common'; // prettier-ignore
import { ApiExcludeEndpoint, ApiOkResponse, ApiOperation, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Authenticated, CurrentCtx, OF_ONE_READER, Public, Readers, readerTokensOf, SessionOnly } from '@pipit/access';
import type { Ctx } from '@pipit/kernel';
import { ReaderAccess, type LockedNode, type ReaderToken } from '@pipit/users';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SiteMaps } from '../cache/site-maps.js';
import { missing, refused } from '../errors.js';
import { DELIVERY_OPTIONS, type DeliveryOptions } from '../options.js';
import { collectionOf, livePageAt, livePageOf } from '../readers/locked-page.js';
import { ErrorDto } from './content-api.dto.js';
import { ContentApiFilter } from './content-api.filter.js';
import { requireContentKey } from './content-key.js';
import { corsHeaders, preflightHeaders, setAll } from './cors.js';
import { PageLocksDto, PasswordOfReaderDto, ReaderTokenDto } from './reader-access.dto.js';
import { requestHost } from './request-host.js';

/** How readers get at what not everybody may read. Nobody on the way keeps any of it. */
@ApiTags('content')
@Public()
@UseFilters(ContentApiFilter)
@Controller('api/v2/access')
export class ReaderAccessController {
  constructor(
    private readonly access: ReaderAccess,
    private readonly readers: Readers,
    private readonly sites: SiteMaps,
    @Inject(DELIVERY_OPTIONS) private readonly options: DeliveryOptions,
  ) {}

  @Get()
  @Header('cache-control', OF_ONE_READER)
  @ApiOperation({ summary: 'What a private page asks for, where the project tells strangers that there is one' })
  @ApiQuery({ name: 'html_path', example: '/members/' })
  @ApiOkResponse({ type: PageLocksDto })
  @ApiResponse({ status: 404, type: ErrorDto })
  async locks(
    @Query('html_path') path: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentCtx() ctx: Ctx,
  ): Promise<PageLocksDto> {
    this.admit(request, reply);
    const asked = typeof path === 'string' && this.options.announcePrivate ? path : null;
    const page = asked === null ? null : await this.pageAt(asked, request, ctx);
    if (!page) throw missing('not found');
    const tokens = readerTokensOf(request);
    return { asks: await this.access.locks(ctx, page, tokens === null ? [] : await this.readers.passed(tokens)) };
  }

  @Post('password')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Give the password of a private page or collection, get a token that opens it' })
  @ApiOkResponse({ type: ReaderTokenDto })
  @ApiResponse({ status: 403, type: ErrorDto, description: 'Not its password, or nothing there: nobody is told which' })
  @ApiResponse({ status: 429, type: ErrorDto, description: 'Too many tries; `Retry-After` says when to go on' })
  async password(
    @Body() body: PasswordOfReaderDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentCtx() ctx: Ctx,
  ): Promise<ReaderTokenDto> {
    this.admit(request, reply);
    const locked = await this.lockedBy(body, request, ctx);
    return toDto(await this.access.withPassword(ctx, locked, body.password));
  }

  @Post('session')
  @Authenticated()
  @SessionOnly()
  @HttpCode(200)
  @ApiOperation({ summary: 'Get a token for what you may read of private pages, and nothing else you may do' })
  @ApiOkResponse({ type: ReaderTokenDto })
  session(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentCtx() ctx: Ctx,
  ): ReaderTokenDto {
    this.allowOrigin(request, reply);
    return toDto(this.access.forSession(ctx));
  }

  @Options(['', 'password', 'session'])
  @ApiExcludeEndpoint()
  preflight(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    setAll(reply, preflightHeaders(this.options, request.headers.origin, 'POST') ?? []);
    void reply.status(204).send();
  }

  private async lockedBy(body: PasswordOfReaderDto, request: FastifyRequest, ctx: Ctx): Promise<LockedNode> {
    const { html_path: path, password: _, ...ids } = body;
    const given = Object.entries(ids).filter(([, id]) => id !== undefined) as [keyof typeof ids, number][];
    if (given.length + (path === undefined ? 0 : 1) !== 1) {
      throw refused('name one of html_path, page, collection, image, document');
    }
    const [[what, id] = ['page' as const, 0]] = given;
    if (path !== undefined) return { asked: wordsOf(path, request), node: await this.pageAt(path, request, ctx) };
    const find = what === 'page' ? livePageOf(id, ctx.manager) : collectionOf(what, id, ctx.manager);
    return { asked: `${what} ${id}`, node: await find };
  }

  private async pageAt(path: string, request: FastifyRequest, { manager }: Ctx) {
    const { hostname, port } = requestHost(request);
    const site = (await this.sites.current()).siteFor(hostname, port);
    return livePageAt(path, site, this.options, manager);
  }

  private admit(request: FastifyRequest, reply: FastifyReply): void {
    this.allowOrigin(request, reply);
    requireContentKey(request, this.options);
  }

  private allowOrigin({ headers }: FastifyRequest, reply: FastifyReply): void {
    setAll(reply, corsHeaders(this.options, headers.origin));
  }
}

/** However many slashes it is written with. */
function wordsOf(path: string, { host }: FastifyRequest): string {
  return `${host} ${path.split('/').filter(Boolean).join('/')}`;
}

function toDto({ token, expiresAt }: ReaderToken): ReaderTokenDto {
  return { token, expires_at: expiresAt.toISOString() };
}
