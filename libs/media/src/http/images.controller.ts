import { Body, Controller, Delete, Get, HttpCode, Inject, Patch, Post, Query, Req } from '@nestjs/common';
import { ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiProblems, Authenticated, CurrentCtx, IdParam, RequirePermission } from '@pipit/access';
import { inUse, type Ctx } from '@pipit/kernel';
import { UsageListDto, UsedIn } from '@pipit/references';
import type { FastifyRequest } from 'fastify';
import { EditImage } from '../actions/edit-image.js';
import { UploadImage } from '../actions/upload-image.js';
import { DeleteImage, PurgeImage, RestoreImage } from '../images/image-actions.js';
import { DeleteMediaQuery } from '../trash/delete-media.query.js';
import { MEDIA_OPTIONS, type MediaOptions } from '../media-options.js';
import { FindImages } from '../queries/find-images.js';
import { ImageRows } from './image-rows.js';
import { EditImageDto, ImageList, ImageRow } from './image.dto.js';
import { filterOf, MediaListQuery } from './media-list.query.js';
import { receiveUpload } from './receive-upload.js';
import { uploadFacts } from './upload-fields.js';
import { UsageQuery } from './usage.dto.js';

const FIELDS = ['title', 'alt', 'description', 'collectionId', 'tags'];

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
    @Inject(MEDIA_OPTIONS) private readonly options: MediaOptions,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Images one may choose, change or delete' })
  @ApiOkResponse({ type: ImageList })
  list(@CurrentCtx() ctx: Ctx, @Query() query: MediaListQuery): Promise<ImageList> {
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
  @ApiConsumes('multipart/form-data')
  async upload(@CurrentCtx() ctx: Ctx, @Req() request: FastifyRequest): Promise<ImageRow> {
    const { maxImageBytes: maxBytes, uploadFolder: folder } = this.options;
    const rules = { maxBytes, folder, allowedFields: FIELDS };
    const image = await receiveUpload(request, rules, ({ fields, ...upload }) =>
      this.uploadImage.run(ctx, { ...upload, ...uploadFacts(fields) }),
    );
    return this.rows.get(ctx, image.id);
  }

  @Patch(':id')
  @RequirePermission('image.edit')
  @ApiOperation({ summary: 'Change what is said about an image' })
  @ApiOkResponse({ type: ImageRow })
  async edit(@CurrentCtx() ctx: Ctx, @IdParam() id: number, @Body() body: EditImageDto): Promise<ImageRow> {
    await this.editImage.run(ctx, { ...body, id });
    return this.rows.get(ctx, id);
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
    return this.rows.get(ctx, id);
  }

  @Get(':id/usage')
  @ApiOperation({ summary: 'What uses an image' })
  @ApiOkResponse({ type: UsageListDto })
  async usageOf(@CurrentCtx() ctx: Ctx, @IdParam() id: number, @Query() query: UsageQuery): Promise<UsageListDto> {
    await this.findImages.get(ctx, id);
    const things = { type: 'image', ids: [id] };
    return this.usedIn.list(ctx, things, { limit: query.limit ?? 50, offset: query.offset ?? 0 });
  }
}
