import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { ApiProblems, Authenticated, CurrentCtx, IdParam } from '@pipit/access';
import type { Ctx } from '@pipit/kernel';
import { IsString, MaxLength } from 'class-validator';
import { expandFilterSpecs } from '../filter-spec/expand-filter-spec.js';
import { invalidFilterSpec } from '../filter-spec/invalid-filter-spec.js';
import { FindImages } from '../queries/find-images.js';
import { Renditions } from './renditions.js';

/** Which renditions of an image one wants to see. */
export class RenditionsQuery {
  @ApiProperty({
    description: 'Filter specs, separated by commas; braces stand for several',
    example: 'fill-{300x200,600x400}|format-webp,max-800x800',
  })
  @IsString()
  @MaxLength(2000)
  specs!: string;
}

/** A rendition, made when its address is first asked for. */
export class RenditionRow {
  @ApiProperty() spec!: string;
  @ApiProperty({ description: 'Given out: nobody can make up one of their own' }) url!: string;
  @ApiProperty({ type: 'integer' }) width!: number;
  @ApiProperty({ type: 'integer' }) height!: number;
}

/** In the order they were asked for; without those of an image whose file is missing. */
export class RenditionList {
  @ApiProperty({ type: [RenditionRow] }) items!: RenditionRow[];
}

/** Renditions for those who may use an image: previews of crops, addresses to copy. */
@ApiTags('Images')
@Controller('api/admin/v1/images/:id/renditions')
@Authenticated()
export class ImageRenditionsController {
  constructor(
    private readonly findImages: FindImages,
    private readonly renditions: Renditions,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Addresses of renditions of an image' })
  @ApiProblems(invalidFilterSpec)
  @ApiOkResponse({ type: RenditionList })
  async list(@CurrentCtx() ctx: Ctx, @IdParam() id: number, @Query() query: RenditionsQuery): Promise<RenditionList> {
    const image = await this.findImages.get(ctx, id);
    const requests = expandFilterSpecs(query.specs).map((spec) => ({ image, spec }));
    const shapes = await this.renditions.describeMany(ctx, requests, { baseUrl: '' });
    const items = shapes.flatMap((shape, index) => {
      if ('error' in shape) return [];
      const { url, width, height } = shape;
      return [{ spec: requests[index]?.spec ?? '', url, width, height }];
    });
    return { items };
  }
}
