import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { CurrentCtx, IdParam, Public } from '@pipit/access';
import { notFound, Storage, type Ctx } from '@pipit/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Document } from '../document.entity.js';
import { webVttOf } from '../documents/subrip.js';
import { extensionOf, isInlineType } from '../files/document-type.js';
import { buffer } from 'node:stream/consumers';
import { baseName, documentUrl } from '../media-url.js';
import { PublicFiles } from '../queries/public-files.js';
import { contentDisposition } from './content-disposition.js';
import { FileReaders, servedTo, type FileReader } from './file-readers.js';
import type { ServedFile } from './served-file.js';
import { sendFile } from './send-file.js';

/** Serves documents. Who may read one can change at any time, so caches have to ask each time. */
@ApiExcludeController()
@Controller('documents')
@Public()
export class DocumentFilesController {
  constructor(
    private readonly files: PublicFiles,
    private readonly storage: Storage,
    private readonly readers: FileReaders,
  ) {}

  @Get(':id/:filename')
  async serve(
    @CurrentCtx() ctx: Ctx,
    @IdParam() id: number,
    @Param('filename') filename: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const reader = await this.readers.of(request);
    const document = await this.files.document(ctx, id, reader.passed);
    if (document && filename === trackName(document)) return this.track(request, reply, reader, document);
    const isNamedRight = document !== null && filename === baseName(document.fileKey);
    if (document && !isNamedRight && (await this.files.hadName(ctx, 'document', id, filename))) {
      // Addresses that were given out before the document got another file lead to the one it has now.
      await reply.header('cache-control', 'no-cache').redirect(documentUrl(document) + reader.search, 302);
      return;
    }
    const stored = isNamedRight ? await this.storage.stat(document.fileKey) : null;
    if (!document || !stored) throw notFound('There is no such document.');
    if (document.mimeType.startsWith('text/vtt')) allowPlayers(reply);
    const file: ServedFile = {
      key: document.fileKey,
      size: stored.size,
      mimeType: document.mimeType,
      etag: `"${document.fileHash}"`,
      cacheControl: 'no-cache',
      disposition: contentDisposition(isInlineType(document.mimeType) ? 'inline' : 'attachment', document.fileName),
    };
    await sendFile(request, reply, this.storage, servedTo(reader, file));
  }

  /** Captions of SubRip as browsers read them. */
  private async track(
    request: FastifyRequest,
    reply: FastifyReply,
    reader: FileReader,
    document: Document,
  ): Promise<void> {
    if (document.fileSize > MAX_TRACK || !(await this.storage.stat(document.fileKey)))
      throw notFound('There is no such document.');
    const text = Buffer.from(webVttOf(await buffer(await this.storage.read(document.fileKey))));
    allowPlayers(reply);
    const file: ServedFile = {
      key: document.fileKey,
      size: text.length,
      mimeType: 'text/vtt; charset=utf-8',
      etag: `"${document.fileHash}-vtt"`,
      cacheControl: 'no-cache',
      open: async (range) => (range ? text.subarray(range.start, range.end + 1) : text),
    };
    await sendFile(request, reply, this.storage, servedTo(reader, file));
  }
}

/** Captions of a long film have a few hundred kilobytes. */
const MAX_TRACK = 2_000_000;

/** Under which name a SubRip file is served as WebVTT: its own with `.vtt` behind. */
function trackName({ fileKey, fileName }: Document): string | null {
  return extensionOf(fileName) === 'srt' ? `${baseName(fileKey)}.vtt` : null;
}

/** Players load text tracks as scripts of the page would, which other origins have to be allowed. */
function allowPlayers(reply: FastifyReply): void {
  void reply.header('access-control-allow-origin', '*');
}
