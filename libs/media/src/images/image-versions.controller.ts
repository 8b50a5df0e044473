import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiProblems, Authenticated, CurrentCtx, IdParam, RequirePermission } from '@pipit/access';
import { editConflict, Storage, storageFull, tooLarge, type Ctx } from '@pipit/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { imageRefused } from '../errors.js';
import { ImageRow } from '../http/image.dto.js';
import { ImageRows } from '../http/image-rows.js';
import { MEDIA_OPTIONS, type MediaOptions } from '../media-options.js';
import { FindImages } from '../queries/find-images.js';
import { uploadUnfinished } from '../uploads/errors.js';
import { IncomingFiles } from '../uploads/incoming-files.js';
import { ReplacementDto } from '../uploads/upload-facts.dto.js';
import { BaseVersionDto } from '../versions/base-version.dto.js';
import { fileVersionList, FileVersionList } from '../versions/file-version.dto.js';
import { FileVersions } from '../versions/file-versions.js';
import { sendVersion } from '../versions/send-version.js';
import { DeleteImageVersion, RestoreImageVersion } from './image-actions.js';
import { ReplaceImageFile } from './replace-image-file.js';

/** The file of an image, and those it had before. */
@ApiTags('Images')
@Controller('api/admin/v1/images/:id')
@Authenticated()
export class ImageVersionsController {
  constructor(
    private readonly rows: ImageRows,
    private readonly findImages: FindImages,
    private readonly versions: FileVersions,
    private readonly replaceFile: ReplaceImageFile,
    private readonly restoreVersion: RestoreImageVersion,
    private readonly deleteVersion: DeleteImageVersion,
    private readonly storage: Storage,
    private readonly incoming: IncomingFiles,
    @Inject(MEDIA_OPTIONS) private readonly options: MediaOptions,
  ) {}

  @Post('file')
  @HttpCode(200)
  @RequirePermission('image.edit')
  @ApiOperation({ summary: 'Give an image another file; the one it has is kept' })
  @ApiConsumes('multipart/form-data', 'application/json')
  @ApiBody({ type: ReplacementDto })
  @ApiProblems(editConflict, tooLarge, imageRefused, uploadUnfinished, storageFull)
  @ApiOkResponse({ type: ImageRow })
  async replace(@CurrentCtx() ctx: Ctx, @IdParam() id: number, @Req() request: FastifyRequest): Promise<ImageRow> {
    await this.findImages.require(ctx, id, 'edit');
    const rules = { maxBytes: this.options.maxImageBytes, facts: ReplacementDto };
    await this.incoming.receive(ctx, request, rules, (inner, { file, fileName, facts }) =>
      this.replaceFile.run(inner, { id, file, fileName, baseVersion: facts.baseVersion }),
    );
    return this.rows.changed(ctx, id);
  }

  @Get('versions')
  @RequirePermission('image.edit')
  @ApiOperation({ summary: 'Files an image had before' })
  @ApiOkResponse({ type: FileVersionList })
  async list(@CurrentCtx() ctx: Ctx, @IdParam() id: number): Promise<FileVersionList> {
    await this.findImages.require(ctx, id, 'edit');
    return fileVersionList('image', id, await this.versions.list(ctx, 'image', id));
  }

  @Get('versions/:versionId/file')
  @RequirePermission('image.edit')
  @ApiOperation({ summary: 'Download a file an image had before' })
  async download(
    @CurrentCtx() ctx: Ctx,
    @IdParam() id: number,
    @IdParam('versionId') versionId: number,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.findImages.require(ctx, id, 'edit');
    await sendVersion(request, reply, this.storage, await this.versions.get(ctx, 'image', id, versionId));
  }

  @Post('versions/:versionId/restore')
  @HttpCode(200)
  @RequirePermission('image.edit')
  @ApiOperation({ summary: 'Give an image a file back that it had before' })
  @ApiProblems(editConflict)
  @ApiOkResponse({ type: ImageRow })
  async restore(
    @CurrentCtx() ctx: Ctx,
    @IdParam() id: number,
    @IdParam('versionId') versionId: number,
    @Body() body: BaseVersionDto,
  ): Promise<ImageRow> {
    await this.restoreVersion.run(ctx, { id, versionId, baseVersion: body.baseVersion });
    return this.rows.changed(ctx, id);
  }

  @Delete('versions/:versionId')
  @HttpCode(204)
  @RequirePermission('image.delete')
  @ApiOperation({ summary: 'Forget a file an image had before, for good' })
  delete(@CurrentCtx() ctx: Ctx, @IdParam() id: number, @IdParam('versionId') versionId: number): Promise<void> {
    return this.deleteVersion.run(ctx, { id, versionId });
  }
}
