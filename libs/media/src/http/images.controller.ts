import { Body, Controller, Delete, Get, HttpCode, Inject, Patch, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiProblems, Authenticated, CurrentCtx, IdParam, PagingQueryDto, RequirePermission } from '@pipit/access';
import { editConflict, inUse, storageFull, tooLarge, type Ctx } from '@pipit/kernel';
import { UsageListDto, UsedIn } from '@pipit/references';
import type { FastifyRequest } from 'fastify';
import { EditImage } from '../actions/edit-image.js';
import { UploadImage } from '../actions/upload-image.js';
import { DeleteImage, PurgeImage, RestoreImage } from '../images/image-actions.js';
import { DeleteMediaQuery } from '../trash/delete-media.query.js';
import { MEDIA_OPTIONS, type MediaOptions } from '../media-options.js';
import { FindImages } from '../queries/find-images.js';
import { ImageRows } from './image-rows.js';
import { ImageListQuery } from '../facets/image-list.query.js';
import { EditImageDto, ImageList, ImageRow, UploadedImageRow } from './image.dto.js';
import { filterOf } from './media-list.query.js';
import { imageRefused } from '../errors.js';
import { uploadUnfinished } from '../uploads/errors.js';
import { IncomingFiles } from '../uploads/incoming-files.js';
import { ImageUploadFactsDto } from '../uploads/upload-facts.dto.js';

/** Images of the library. */
@ApiTags('Images')
@Controller('api/admin/v1/images')
@Authenticated()
export class ImagesController {
  constructor(
    private readonly rows: ImageRows,
    private readonly findImages: FindImages,
    private readonly usedIn: UsedIn,
    private readonly uploadImage: UploadImage,
    private readonly editImage: EditImage,
    private readonly deleteImage: DeleteImage,
    private readonly restoreImage: RestoreImage,
    private readonly purgeImage: PurgeImage,
    private readonly incoming: IncomingFiles,
    @Inject(MEDIA_OPTIONS) private readonly options: MediaOptions,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Images one may choose, change or delete' })
  @ApiOkResponse({ type: ImageList })
  list(@CurrentCtx() ctx: Ctx, @Query() query: ImageListQuery): Promise<ImageList> {
    return this.rows.list(ctx, filterOf(query));
  }

  @Get(':id')
  @ApiOperation({ summary: 'One image' })
  @ApiOkResponse({ type: ImageRow })
  get(@CurrentCtx() ctx: Ctx, @IdParam() id: number): Promise<ImageRow> {
    return this.rows.get(ctx, id);
  }

  @Post()
  @RequirePermission('image.add')
  @ApiOperation({ summary: 'Upload an image' })
  @ApiConsumes('multipart/form-data', 'application/json')
  @ApiBody({ type: ImageUploadFactsDto })
  @ApiProblems(tooLarge, imageRefused, uploadUnfinished, storageFull)
  async upload(@CurrentCtx() ctx: Ctx, @Req() request: FastifyRequest): Promise<UploadedImageRow> {
    const rules = { maxBytes: this.options.maxImageBytes, facts: ImageUploadFactsDto };
    const image = await this.incoming.receive(ctx, request, rules, (inner, { file, fileName, facts }) =>
      this.uploadImage.run(inner, { ...facts, file, fileName }),
    );
    return this.rows.uploaded(ctx, image.id);
  }

  @Patch(':id')
  @RequirePermission('image.edit')
  @ApiOperation({ summary: 'Change what is said about an image' })
  @ApiProblems(editConflict)
  @ApiOkResponse({ type: ImageRow })
  async edit(@CurrentCtx() ctx: Ctx, @IdParam() id: number, @Body() body: EditImageDto): Promise<ImageRow> {
    const { rightsExpireAt: text, ...rest } = body;
    const rightsExpireAt = typeof text === 'string' ? new Date(text) : text;
    await this.editImage.run(ctx, { ...rest, id, rightsExpireAt });
    return this.rows.changed(ctx, id);
  }

  @Delete(':id')
  @HttpCode(204)
  @RequirePermission('image.delete')
  @ApiOperation({ summary: 'Move an image that nothing uses to the trash, or from there for good' })
  @ApiProblems(inUse)
  delete(@CurrentCtx() ctx: Ctx, @IdParam() id: number, @Query() query: DeleteMediaQuery): Promise<void> {
    const { purge = false, force } = query;
    return (purge ? this.purgeImage : this.deleteImage).run(ctx, { id, force });
  }

  @Post(':id/restore')
  @HttpCode(200)
  @RequirePermission('image.delete')
  @ApiOperation({ summary: 'Take an image out of the trash' })
  @ApiOkResponse({ type: ImageRow })
  async restore(@CurrentCtx() ctx: Ctx, @IdParam() id: number): Promise<ImageRow> {
    await this.restoreImage.run(ctx, { id });
    return this.rows.changed(ctx, id);
  }

  @Get(':id/usage')
  @ApiOperation({ summary: 'What uses an image' })
  @ApiOkResponse({ type: UsageListDto })
  async usageOf(@CurrentCtx() ctx: Ctx, @IdParam() id: number, @Query() query: PagingQueryDto): Promise<UsageListDto> {
    await this.findImages.get(ctx, id);
    const things = { type: 'image', ids: [id] };
    return this.usedIn.list(ctx, things, { limit: query.limit ?? 50, offset: query.offset ?? 0 });
  }
}
