import { Readable } from 'node:stream';
import { Body, Controller, Delete, Head, HttpCode, Options, Patch, Post, Req, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiOperation,
  ApiParam,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import { ApiProblems, CurrentCtx, RequirePermission, Unrepeatable } from '@pipit/access';
import { badRequest, internal, notFound, Problem, Storage, tooLarge, unavailable, type Ctx, type ProblemFactory } from '@pipit/kernel'; // prettier-ignore
import { Server } from '@tus/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DirectUpload, NewDirectUploadDto } from './direct-upload.dto.js';
import { DirectUploads } from './direct-uploads.js';
import { directUnsupported, uploadExpired, uploadOffset, uploadProtocol } from './errors.js';
import { TusStore } from './tus-store.js';
import { UPLOADERS, Uploads } from './uploads.js';

const PATH = '/api/admin/v1/uploads';

/** What the tus library refuses with, as problems of ours. */
const PROBLEMS: Readonly<Record<number, ProblemFactory>> = {
  400: badRequest,
  403: badRequest,
  404: notFound,
  409: uploadOffset,
  410: uploadExpired,
  412: uploadProtocol,
  413: tooLarge,
  501: badRequest,
  503: unavailable,
};

/**
 * Uploads that survive a lost connection, by the tus protocol 1.0.0: begin with `POST`, send bytes with `PATCH`, ask with
 * `HEAD` where to go on, give up with `DELETE`. The last part of `Location` is the `uploadId` that images and documents
 * are made from.
 */
@ApiTags('Uploads')
@Controller('api/admin/v1/uploads')
@RequirePermission(...UPLOADERS)
@Unrepeatable()
@ApiHeader({ name: 'Tus-Resumable', description: '1.0.0', required: true })
export class UploadsController {
  constructor(
    private readonly uploads: Uploads,
    private readonly directUploads: DirectUploads,
    private readonly storage: Storage,
  ) {}

  @Options()
  @HttpCode(204)
  @ApiOperation({ summary: 'What the server knows of tus' })
  options(@CurrentCtx() ctx: Ctx, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    return this.tus(ctx, request, reply);
  }

  @Post()
  @ApiOperation({ summary: 'Begin an upload' })
  @ApiHeader({ name: 'Upload-Length', description: 'Bytes of the file', required: true })
  @ApiHeader({ name: 'Upload-Metadata', description: '`filename` and its name in base64', required: false })
  @ApiResponse({ status: 201, headers: { Location: { schema: { type: 'string' } } } })
  @ApiProblems(tooLarge)
  begin(@CurrentCtx() ctx: Ctx, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    return this.tus(ctx, request, reply);
  }

  @Post('direct')
  @ApiOperation({ summary: 'Begin an upload that goes straight to the storage; the `uploadId` is used as any other' })
  @ApiCreatedResponse({ type: DirectUpload })
  @ApiProblems(directUnsupported, tooLarge)
  direct(@CurrentCtx() ctx: Ctx, @Body() body: NewDirectUploadDto): Promise<DirectUpload> {
    return this.directUploads.begin(ctx, body);
  }

  @Head(':id')
  @ApiOperation({ summary: 'How far an upload has come' })
  @ApiParam({ name: 'id', type: String })
  @ApiResponse({ status: 200, headers: { 'Upload-Offset': { schema: { type: 'integer' } } } })
  @ApiProblems(uploadExpired)
  look(@CurrentCtx() ctx: Ctx, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    return this.tus(ctx, request, reply);
  }

  @Patch(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Send bytes of an upload, as application/offset+octet-stream' })
  @ApiParam({ name: 'id', type: String })
  @ApiHeader({ name: 'Upload-Offset', description: 'Where these bytes begin', required: true })
  @ApiNoContentResponse({ headers: { 'Upload-Offset': { schema: { type: 'integer' } } } })
  @ApiProblems(uploadOffset, uploadExpired, tooLarge)
  send(@CurrentCtx() ctx: Ctx, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    return this.tus(ctx, request, reply);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Give an upload up' })
  @ApiParam({ name: 'id', type: String })
  remove(@CurrentCtx() ctx: Ctx, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    return this.tus(ctx, request, reply);
  }

  private async tus(ctx: Ctx, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    let refusal: unknown = null;
    const server = new Server({
      path: PATH,
      datastore: new TusStore(ctx, this.uploads, this.storage),
      // A later request takes the place of an earlier one by what the database says; nobody waits for anybody.
      locker: { newLock: () => ({ lock: async () => undefined, unlock: async () => undefined }) },
      maxSize: this.uploads.maxBytes,
      relativeLocation: true,
      onResponseError: (_request, error) => {
        refusal = error;
        return undefined;
      },
    });
    const answer = await server.handleWeb(webRequest(request));
    if (answer.status >= 400) throw await this.problem(answer, refusal);
    for (const [name, value] of answer.headers) if (!name.startsWith('access-control-')) void reply.header(name, value);
    return reply.code(answer.status).send(request.method === 'HEAD' ? Readable.from([]) : undefined);
  }

  private async problem(answer: Response, refusal: unknown): Promise<unknown> {
    if (refusal instanceof Problem) return refusal;
    // What went wrong on our side is for the log, and not for the answer.
    if (answer.status >= 500 && answer.status !== 501) return refusal ?? internal('The upload failed.');
    return (PROBLEMS[answer.status] ?? badRequest)((await answer.text()).trim());
  }
}

/** The request as the tus library reads it; the body is what comes in, as it comes in. */
function webRequest({ raw, method, headers, url }: FastifyRequest): Request {
  const pairs = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined || name.startsWith(':') ? [] : [[name, String(value)] as [string, string]],
  );
  const hasBody = method === 'PATCH' || method === 'POST';
  const body = hasBody ? { body: Readable.toWeb(raw) as ReadableStream, duplex: 'half' } : {};
  return new Request(new URL(url, 'http://upload.invalid'), { method, headers: pairs, ...body } as RequestInit);
}
