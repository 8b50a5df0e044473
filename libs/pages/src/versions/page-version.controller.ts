import { Body, Controller, Get, Patch, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Authenticated, CurrentCtx, IdParam, RequirePermission } from '@pipit/access';
import type { Ctx } from '@pipit/kernel';
import { CompareQueryDto, ComparisonDto, NameRevisionDto, versionName, type ComparedVersions } from '@pipit/revisions';
import { PageRevisionDto } from '../http/page-history.dto.js';
import { PageDetails } from '../queries/page-details.js';
import { NamePageRevision } from './name-page-revision.action.js';
import { PageComparison } from './page-comparison.js';

/** Versions of one page beside each other. */
@ApiTags('Pages')
@Controller('api/admin/v1/pages/:id')
export class PageVersionController {
  constructor(
    private readonly comparison: PageComparison,
    private readonly nameRevision: NamePageRevision,
    private readonly details: PageDetails,
  ) {}

  /** What differs between two versions, as data: field by field, block by block, word by word. */
  @Get('compare')
  @Authenticated()
  @ApiOperation({ operationId: 'comparePageVersions' })
  @ApiOkResponse({ type: ComparisonDto })
  compare(@CurrentCtx() ctx: Ctx, @IdParam() id: number, @Query() query: CompareQueryDto): Promise<ComparedVersions> {
    return this.comparison.of(ctx, id, versionName(query.from), versionName(query.to));
  }

  /** Names a version, so that it is found again and never purged. */
  @Patch('revisions/:revisionId')
  @RequirePermission('page.edit', 'page.add')
  @ApiOperation({ operationId: 'namePageRevision' })
  @ApiOkResponse({ type: PageRevisionDto })
  async name(
    @CurrentCtx() ctx: Ctx,
    @IdParam() id: number,
    @IdParam('revisionId') revisionId: number,
    @Body() body: NameRevisionDto,
  ): Promise<PageRevisionDto> {
    await this.nameRevision.run(ctx, { pageId: id, revisionId, name: body.name ?? null });
    const { fields: _values, ...revision } = await this.details.revision(ctx, id, revisionId);
    return revision;
  }
}
