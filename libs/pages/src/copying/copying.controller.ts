import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ApiProblems, Authenticated, CurrentCtx, IdParam, RequirePermission } from '@pipit/access';
import type { Ctx } from '@pipit/kernel';
import { ConvertAlias } from '../aliases/convert-alias.action.js';
import { slugTaken } from '../errors.js';
import { PageDetailDto } from '../http/page-detail.dto.js';
import { ReorderChildren } from '../ordering/reorder-children.action.js';
import { PageDetails } from '../queries/page-details.js';
import { PageTargets } from '../targets/page-targets.js';
import { CopyPage } from './copy-page.action.js';
import { CopyPageDto, PageTargetListDto, ReorderChildrenDto, TargetsQueryDto } from './copying.dto.js';

@ApiTags('Pages')
@Controller('api/admin/v1/pages/:id')
export class CopyingController {
  constructor(
    private readonly details: PageDetails,
    private readonly targets: PageTargets,
    private readonly copyPage: CopyPage,
    private readonly convertAlias: ConvertAlias,
    private readonly reorderChildren: ReorderChildren,
  ) {}

  /** Copies the page, or it and all below it, or mirrors them. Answers the uppermost copy. */
  @Post('copy')
  @RequirePermission('page.add')
  @ApiProblems(slugTaken)
  @ApiCreatedResponse({ type: PageDetailDto })
  async copy(@CurrentCtx() ctx: Ctx, @IdParam() id: number, @Body() body: CopyPageDto): Promise<PageDetailDto> {
    return this.details.changed(ctx, (await this.copyPage.run(ctx, { ...body, pageId: id })).id);
  }

  /** Makes a mirror a page of its own. */
  @Post('convert-alias')
  @HttpCode(200)
  @RequirePermission('page.edit', 'page.add')
  @ApiOkResponse({ type: PageDetailDto })
  async convert(@CurrentCtx() ctx: Ctx, @IdParam() id: number): Promise<PageDetailDto> {
    await this.convertAlias.run(ctx, { pageId: id });
    return this.details.changed(ctx, id);
  }

  /** Puts the children into another order: by a field, or by hand. */
  @Post('reorder-children')
  @HttpCode(204)
  @RequirePermission('page.publish')
  async reorder(@CurrentCtx() ctx: Ctx, @IdParam() id: number, @Body() body: ReorderChildrenDto): Promise<void> {
    await this.reorderChildren.run(ctx, { ...body, pageId: id });
  }

  /** Pages below which this one may be moved, copied or mirrored, and those where it may not, with why. */
  @Get('targets')
  @Authenticated()
  @ApiOkResponse({ type: PageTargetListDto })
  list(@CurrentCtx() ctx: Ctx, @IdParam() id: number, @Query() query: TargetsQueryDto): Promise<PageTargetListDto> {
    const { for: use, parent, recursive, limit = 50, offset = 0, q } = query;
    return this.targets.of(ctx, id, {
      use,
      recursive: recursive === 'true',
      limit,
      offset,
      ...(q ? { q } : {}),
      ...(parent === undefined ? {} : { parentId: parent }),
    });
  }
}
