import { Body, Controller, Delete, Get, HttpCode, Inject, Patch, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiProblems, Authenticated, CurrentCtx, IdParam, PagingQueryDto, RequirePermission } from '@pipit/access';
import { inUse, storageFull, tooLarge, type Ctx } from '@pipit/kernel';
import { UsageListDto, UsedIn } from '@pipit/references';
import type { FastifyRequest } from 'fastify';
import { EditDocument } from '../actions/edit-document.js';
import { UploadDocument } from '../actions/upload-document.js';
import { DeleteDocument, PurgeDocument, RestoreDocument } from '../documents/document-actions.js';
import { DeleteMediaQuery } from '../trash/delete-media.query.js';
import { MEDIA_OPTIONS, type MediaOptions } from '../media-options.js';
import { documentRefused } from '../errors.js';
import { uploadUnfinished } from '../uploads/errors.js';
import { IncomingFiles } from '../uploads/incoming-files.js';
import { UploadFactsDto } from '../uploads/upload-facts.dto.js';
import { FindDocuments } from '../queries/find-documents.js';
import { DocumentList, documentRow, DocumentRow, EditDocumentDto } from './document.dto.js';
import { DocumentListQuery } from '../facets/document-list.query.js';
import { filterOf } from './media-list.query.js';

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
    private readonly restoreDocument: RestoreDocument,
    private readonly purgeDocument: PurgeDocument,
    private readonly incoming: IncomingFiles,
    @Inject(MEDIA_OPTIONS) private readonly options: MediaOptions,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Documents one may choose, change or delete' })
  @ApiOkResponse({ type: DocumentList })
  async list(@CurrentCtx() ctx: Ctx, @Query() query: DocumentListQuery): Promise<DocumentList> {
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
  @ApiConsumes('multipart/form-data', 'application/json')
  @ApiBody({ type: UploadFactsDto })
  @ApiCreatedResponse({ type: DocumentRow })
  @ApiProblems(tooLarge, documentRefused, uploadUnfinished, storageFull)
  async upload(@CurrentCtx() ctx: Ctx, @Req() request: FastifyRequest): Promise<DocumentRow> {
    const rules = { maxBytes: this.options.maxDocumentBytes, facts: UploadFactsDto };
    const { id } = await this.incoming.receive(ctx, request, rules, (inner, { file, fileName, facts }) =>
      this.uploadDocument.run(inner, { file, fileName, ...facts }),
    );
    return documentRow(await this.findDocuments.changed(ctx, id));
  }

  @Patch(':id')
  @RequirePermission('document.edit')
  @ApiOperation({ summary: 'Change what is said about a document' })
  @ApiOkResponse({ type: DocumentRow })
  async edit(@CurrentCtx() ctx: Ctx, @IdParam() id: number, @Body() body: EditDocumentDto): Promise<DocumentRow> {
    await this.editDocument.run(ctx, { ...body, id });
    return documentRow(await this.findDocuments.changed(ctx, id));
  }

  @Delete(':id')
  @HttpCode(204)
  @RequirePermission('document.delete')
  @ApiOperation({ summary: 'Move a document that nothing uses to the trash, or from there for good' })
  @ApiProblems(inUse)
  delete(@CurrentCtx() ctx: Ctx, @IdParam() id: number, @Query() query: DeleteMediaQuery): Promise<void> {
    const { purge = false, force } = query;
    return (purge ? this.purgeDocument : this.deleteDocument).run(ctx, { id, force });
  }

  @Post(':id/restore')
  @HttpCode(200)
  @RequirePermission('document.delete')
  @ApiOperation({ summary: 'Take a document out of the trash' })
  @ApiOkResponse({ type: DocumentRow })
  async restore(@CurrentCtx() ctx: Ctx, @IdParam() id: number): Promise<DocumentRow> {
    await this.restoreDocument.run(ctx, { id });
    return documentRow(await this.findDocuments.changed(ctx, id));
  }

  @Get(':id/usage')
  @ApiOperation({ summary: 'What uses a document' })
  @ApiOkResponse({ type: UsageListDto })
  async usageOf(@CurrentCtx() ctx: Ctx, @IdParam() id: number, @Query() query: PagingQueryDto): Promise<UsageListDto> {
    await this.findDocuments.get(ctx, id);
    const things = { type: 'document', ids: [id] };
    return this.usedIn.list(ctx, things, { limit: query.limit ?? 50, offset: query.offset ?? 0 });
  }
}
