import { Body, Controller, Delete, Get, HttpCode, Inject, Patch, Post, Query, Req } from '@nestjs/common';
import { ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Authenticated, CurrentCtx, IdParam, RequirePermission } from '@pipit/access';
import type { Ctx } from '@pipit/kernel';
import { UsageListDto, UsedIn } from '@pipit/references';
import type { FastifyRequest } from 'fastify';
import { DeleteDocument } from '../actions/delete-document.js';
import { EditDocument } from '../actions/edit-document.js';
import { UploadDocument } from '../actions/upload-document.js';
import { MEDIA_OPTIONS, type MediaOptions } from '../media-options.js';
import { FindDocuments } from '../queries/find-documents.js';
import { DocumentList, documentRow, DocumentRow, EditDocumentDto } from './document.dto.js';
import { filterOf, MediaListQuery } from './media-list.query.js';
import { receiveUpload } from './receive-upload.js';
import { uploadFacts } from './upload-fields.js';
import { UsageQuery } from './usage.dto.js';

const FIELDS = ['title', 'collectionId', 'tags'];

/** Documents of the library. */
@ApiTags('Documents')
@Controller('api/admin/v1/documents')
@Authenticated()
export class DocumentsController {
  constructor(
    private readonly findDocuments: FindDocuments,
    private readonly usedIn: UsedIn,
    private readonly uploadDocument: UploadDocument,
    private readonly editDocument: EditDocument,
    private readonly deleteDocument: DeleteDocument,
    @Inject(MEDIA_OPTIONS) private readonly options: MediaOptions,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Documents one may choose, change or delete' })
  @ApiOkResponse({ type: DocumentList })
  async list(@CurrentCtx() ctx: Ctx, @Query() query: MediaListQuery): Promise<DocumentList> {
    const { total, items } = await this.findDocuments.list(ctx, filterOf(query));
    return { total, items: items.map(documentRow) };
  }

  @Get(':id')
  @ApiOperation({ summary: 'One document' })
  @ApiOkResponse({ type: DocumentRow })
  async get(@CurrentCtx() ctx: Ctx, @IdParam() id: number): Promise<DocumentRow> {
    return documentRow(await this.findDocuments.get(ctx, id));
  }

  @Post()
  @RequirePermission('document.add')
  @ApiOperation({ summary: 'Upload a document' })
  @ApiConsumes('multipart/form-data')
  async upload(@CurrentCtx() ctx: Ctx, @Req() request: FastifyRequest): Promise<DocumentRow> {
    const { maxDocumentBytes: maxBytes, uploadFolder: folder } = this.options;
    const rules = { maxBytes, folder, allowedFields: FIELDS };
    const document = await receiveUpload(request, rules, ({ fields, ...upload }) =>
      this.uploadDocument.run(ctx, { ...upload, ...uploadFacts(fields) }),
    );
    return documentRow(document);
  }

  @Patch(':id')
  @RequirePermission('document.edit')
  @ApiOperation({ summary: 'Change what is said about a document' })
  @ApiOkResponse({ type: DocumentRow })
  async edit(@CurrentCtx() ctx: Ctx, @IdParam() id: number, @Body() body: EditDocumentDto): Promise<DocumentRow> {
    return documentRow(await this.editDocument.run(ctx, { ...body, id }));
  }

  @Delete(':id')
  @HttpCode(204)
  @RequirePermission('document.delete')
  @ApiOperation({ summary: 'Delete a document that nothing uses' })
  delete(@CurrentCtx() ctx: Ctx, @IdParam() id: number): Promise<void> {
    return this.deleteDocument.run(ctx, { id });
  }

  @Get(':id/usage')
  @ApiOperation({ summary: 'What uses a document' })
  @ApiOkResponse({ type: UsageListDto })
  async usageOf(@CurrentCtx() ctx: Ctx, @IdParam() id: number, @Query() query: UsageQuery): Promise<UsageListDto> {
    await this.findDocuments.get(ctx, id);
    const things = { type: 'document', ids: [id] };
    return this.usedIn.list(ctx, things, { limit: query.limit ?? 50, offset: query.offset ?? 0 });
  }
}
