import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiProblems, Authenticated, CurrentCtx, IdParam, RequirePermission } from '@pipit/access';
import { editConflict, Storage, storageFull, tooLarge, type Ctx } from '@pipit/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { documentRefused } from '../errors.js';
import { documentRow, DocumentRow } from '../http/document.dto.js';
import { MEDIA_OPTIONS, type MediaOptions } from '../media-options.js';
import { FindDocuments } from '../queries/find-documents.js';
import { uploadUnfinished } from '../uploads/errors.js';
import { IncomingFiles } from '../uploads/incoming-files.js';
import { ReplacementDto } from '../uploads/upload-facts.dto.js';
import { BaseVersionDto } from '../versions/base-version.dto.js';
import { fileVersionList, FileVersionList } from '../versions/file-version.dto.js';
import { FileVersions } from '../versions/file-versions.js';
import { sendVersion } from '../versions/send-version.js';
import { DeleteDocumentVersion, RestoreDocumentVersion } from './document-actions.js';
import { ReplaceDocumentFile } from './replace-document-file.js';

/** The file of a document, and those it had before. */
@ApiTags('Documents')
@Controller('api/admin/v1/documents/:id')
@Authenticated()
export class DocumentVersionsController {
  constructor(
    private readonly findDocuments: FindDocuments,
    private readonly versions: FileVersions,
    private readonly replaceFile: ReplaceDocumentFile,
    private readonly restoreVersion: RestoreDocumentVersion,
    private readonly deleteVersion: DeleteDocumentVersion,
    private readonly storage: Storage,
    private readonly incoming: IncomingFiles,
    @Inject(MEDIA_OPTIONS) private readonly options: MediaOptions,
  ) {}

  @Post('file')
  @HttpCode(200)
  @RequirePermission('document.edit')
  @ApiOperation({ summary: 'Give a document another file; the one it has is kept' })
  @ApiConsumes('multipart/form-data', 'application/json')
  @ApiBody({ type: ReplacementDto })
  @ApiProblems(editConflict, tooLarge, documentRefused, uploadUnfinished, storageFull)
  @ApiOkResponse({ type: DocumentRow })
  async replace(@CurrentCtx() ctx: Ctx, @IdParam() id: number, @Req() request: FastifyRequest): Promise<DocumentRow> {
    const rules = { maxBytes: this.options.maxDocumentBytes, facts: ReplacementDto };
    await this.incoming.receive(ctx, request, rules, (inner, { file, fileName, facts }) =>
      this.replaceFile.run(inner, { id, file, fileName, baseVersion: facts.baseVersion }),
    );
    return documentRow(await this.findDocuments.changed(ctx, id));
  }

  @Get('file')
  @ApiOperation({ summary: 'Download a document as it is, in the trash or a private collection too' })
  async file(
    @CurrentCtx() ctx: Ctx,
    @IdParam() id: number,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendVersion(request, reply, this.storage, await this.findDocuments.get(ctx, id));
  }

  @Get('versions')
  @RequirePermission('document.edit')
  @ApiOperation({ summary: 'Files a document had before' })
  @ApiOkResponse({ type: FileVersionList })
  async list(@CurrentCtx() ctx: Ctx, @IdParam() id: number): Promise<FileVersionList> {
    await this.findDocuments.require(ctx, id, 'edit');
    return fileVersionList('document', id, await this.versions.list(ctx, 'document', id));
  }

  @Get('versions/:versionId/file')
  @RequirePermission('document.edit')
  @ApiOperation({ summary: 'Download a file a document had before' })
  async download(
    @CurrentCtx() ctx: Ctx,
    @IdParam() id: number,
    @IdParam('versionId') versionId: number,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.findDocuments.require(ctx, id, 'edit');
    await sendVersion(request, reply, this.storage, await this.versions.get(ctx, 'document', id, versionId));
  }

  @Post('versions/:versionId/restore')
  @HttpCode(200)
  @RequirePermission('document.edit')
  @ApiOperation({ summary: 'Give a document a file back that it had before' })
  @ApiProblems(editConflict)
  @ApiOkResponse({ type: DocumentRow })
  async restore(
    @CurrentCtx() ctx: Ctx,
    @IdParam() id: number,
    @IdParam('versionId') versionId: number,
    @Body() body: BaseVersionDto,
  ): Promise<DocumentRow> {
    await this.restoreVersion.run(ctx, { id, versionId, baseVersion: body.baseVersion });
    return documentRow(await this.findDocuments.changed(ctx, id));
  }

  @Delete('versions/:versionId')
  @HttpCode(204)
  @RequirePermission('document.delete')
  @ApiOperation({ summary: 'Forget a file a document had before, for good' })
  delete(@CurrentCtx() ctx: Ctx, @IdParam() id: number, @IdParam('versionId') versionId: number): Promise<void> {
    return this.deleteVersion.run(ctx, { id, versionId });
  }
}
