import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { CurrentCtx, Public } from '@pipit/access';
import { notFound, Storage, type ByteRange, type Ctx } from '@pipit/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mediaUrl } from '../media-url.js';
import { PublicFiles } from '../queries/public-files.js';
import type { MadeRendition } from '../renditions/made-rendition.js';
import { RenditionBytes } from '../renditions/rendition-bytes.js';
import { ServedRenditions } from '../renditions/served-renditions.js';
import { FileReaders, servedTo, type FileReader } from './file-readers.js';
import { sendFile } from './send-file.js';
import { servedRendition, type ServedFile } from './served-file.js';

/** What is under it may be replaced. */
const FOR_AN_HOUR = 'public, max-age=3600';

/** Serves originals of images and their renditions. */
@ApiExcludeController()
@Controller('media')
@Public()
export class MediaFilesController {
  constructor(
    private readonly files: PublicFiles,
    private readonly renditions: ServedRenditions,
    private readonly bytes: RenditionBytes,
    private readonly storage: Storage,
    private readonly readers: FileReaders,
  ) {}

  @Get('*')
  async serve(@CurrentCtx() ctx: Ctx, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const key = (request.params as Record<string, string>)['*'] ?? '';
    if (!isPlainKey(key)) throw notFound('There is no such file.');
    const reader = await this.readers.of(request);
    const { passed } = reader;
    const rendition = await this.renditions.find(ctx, key, request.headers.accept, passed);
    if (rendition && 'movedTo' in rendition) return redirect(reply, rendition.movedTo + reader.search);
    if (rendition?.varies) void reply.header('vary', 'Accept');
    const file = rendition ? this.rendition(rendition.made) : await this.original(ctx, key, passed);
    if (!file) return this.redirectFormer(ctx, key, reader, reply);
    await sendFile(request, reply, this.storage, servedTo(reader, file));
  }

  private rendition(made: MadeRendition): ServedFile {
    const open = (range?: ByteRange) => this.bytes.open(made, range);
    return { ...servedRendition(made), open };
  }

  /** Addresses of an original that were given out before the image got another lead to the one it has now. */
  private async redirectFormer(
    ctx: Ctx,
    key: string,
    { passed, search }: FileReader,
    reply: FastifyReply,
  ): Promise<void> {
    const image = await this.files.imageBefore(ctx, key, passed);
    if (!image) throw notFound('There is no such file.');
    await redirect(reply, mediaUrl(image.fileKey) + search);
  }

  private async original(ctx: Ctx, key: string, passed: readonly number[]): Promise<ServedFile | null> {
    const image = await this.files.image(ctx, key, passed);
    const stored = image?.fileState === 'ok' ? await this.storage.stat(key) : null;
    if (!image || !stored) return null;
    return { key, size: stored.size, mimeType: image.mimeType, etag: `"${image.fileHash}"`, cacheControl: FOR_AN_HOUR };
  }
}

/** Where it leads may change again. */
async function redirect(reply: FastifyReply, url: string): Promise<void> {
  await reply.header('cache-control', 'no-cache').redirect(url, 302);
}

function isPlainKey(key: string): boolean {
  return !key.includes('\0') && key.length <= 400;
}
