import { Body, Controller, Inject, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiProblems, Authenticated, CurrentCtx, RequirePermission } from '@pipit/access';
import { GuardedFetch, invalid, tooLarge, unavailable, type Ctx } from '@pipit/kernel';
import { UploadDocument } from '../actions/upload-document.js';
import { UploadImage } from '../actions/upload-image.js';
import { documentRefused, imageRefused } from '../errors.js';
import { inWords, withSpooledFile, type SpooledFile } from '../files/spool.js';
import { documentRow, DocumentRow } from '../http/document.dto.js';
import { ImageRows } from '../http/image-rows.js';
import { ImageRow } from '../http/image.dto.js';
import { MEDIA_OPTIONS, type MediaOptions } from '../media-options.js';
import { FindDocuments } from '../queries/find-documents.js';
import { DocumentFromUrlDto, ImageFromUrlDto } from './from-url.dto.js';

/** Files that are fetched from elsewhere. */
@Controller('api/admin/v1')
@Authenticated()
export class FromUrlController {
  constructor(
    private readonly fetch: GuardedFetch,
    private readonly uploadDocument: UploadDocument,
    private readonly uploadImage: UploadImage,
    private readonly findDocuments: FindDocuments,
    private readonly imageRows: ImageRows,
    @Inject(MEDIA_OPTIONS) private readonly options: MediaOptions,
  ) {}

  @Post('documents/from-url')
  @RequirePermission('document.add')
  @ApiTags('Documents')
  @ApiOperation({ summary: 'Add a document that is to be had elsewhere' })
  @ApiCreatedResponse({ type: DocumentRow })
  @ApiProblems(invalid, tooLarge, unavailable, documentRefused)
  async document(@CurrentCtx() ctx: Ctx, @Body() { url, ...facts }: DocumentFromUrlDto): Promise<DocumentRow> {
    const { id } = await this.fetched(url, this.options.maxDocumentBytes, (file, fileName) =>
      this.uploadDocument.run(ctx, { file, fileName, ...facts }),
    );
    return documentRow(await this.findDocuments.changed(ctx, id));
  }

  @Post('images/from-url')
  @RequirePermission('image.add')
  @ApiTags('Images')
  @ApiOperation({ summary: 'Add an image that is to be had elsewhere' })
  @ApiCreatedResponse({ type: ImageRow })
  @ApiProblems(invalid, tooLarge, unavailable, imageRefused)
  async image(@CurrentCtx() ctx: Ctx, @Body() { url, ...facts }: ImageFromUrlDto): Promise<ImageRow> {
    const { id } = await this.fetched(url, this.options.maxImageBytes, (file, fileName) =>
      this.uploadImage.run(ctx, { file, fileName, ...facts }),
    );
    return this.imageRows.get(ctx, id);
  }

  private async fetched<T>(
    address: string,
    maxBytes: number,
    work: (file: SpooledFile, fileName: string) => Promise<T>,
  ): Promise<T> {
    const { body, url, signal } = await this.fetch.get(address);
    try {
      if (Number(body.headers['content-length'] ?? 0) > maxBytes) {
        throw tooLarge(`The file is larger than ${inWords(maxBytes)}.`);
      }
      const rules = { maxBytes, folder: this.options.uploadFolder, signal };
      return await withSpooledFile(body, rules, (file) => work(file, nameIn(url)));
    } catch (error) {
      if (error !== body.errored && !signal.aborted) throw error;
      throw unavailable('The other server broke off before the file was whole.');
    } finally {
      body.destroy();
    }
  }
}

/** The last part of the address, read once: `…/a%20b.jpg?x` is called `a b.jpg`. */
function nameIn(url: URL): string {
  const last = url.pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last) || url.hostname;
  } catch {
    return last;
  }
}
