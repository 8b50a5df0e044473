import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Authenticated, CurrentCtx } from '@pipit/access';
import type { Ctx } from '@pipit/kernel';
import { filterOf } from '../http/media-list.query.js';
import { CountFacets, type ImageFacets } from './count-facets.js';
import { ImageFacetsDto } from './facets.dto.js';
import { ImageListQuery } from './image-list.query.js';

/** What the list of images can be narrowed by. */
@ApiTags('Images')
@Controller('api/admin/v1/images/facets')
@Authenticated()
export class ImageFacetsController {
  constructor(private readonly counts: CountFacets) {}

  @Get()
  @ApiOperation({ summary: 'How many images there are of each kind, among those one sees' })
  @ApiOkResponse({ type: ImageFacetsDto })
  count(@CurrentCtx() ctx: Ctx, @Query() query: ImageListQuery): Promise<ImageFacets> {
    return this.counts.ofImages(ctx, filterOf(query));
  }
}
