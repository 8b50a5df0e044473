import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Authenticated, CurrentCtx, IdParam, PagingQueryDto, RequirePermission } from '@pipit/access';
import type { Ctx } from '@pipit/kernel';
import { RecordSources } from '../record-sources.js';
import { changedRow } from './changed-row.js';
import { RecordDetailDto } from './record.dto.js';
import {
  PublishRecordDto,
  RecordRevisionDetailDto,
  RecordRevisionListDto,
  RevertRecordDto,
} from './record-revision.dto.js';

/** What only types with drafts can do; other types answer 404. */
@ApiTags('Records')
@Controller('api/admin/v1/records/:type/:id')
export class RecordDraftsController {
  constructor(private readonly sources: RecordSources) {}

  /** Makes the latest draft what readers see. */
  @Post('publish')
  @HttpCode(200)
  @RequirePermission('snippet.publish')
  @ApiOkResponse({ type: RecordDetailDto })
  async publish(
    @CurrentCtx() ctx: Ctx,
    @Param('type') name: string,
    @Param('id') id: string,
    @Body() body: PublishRecordDto,
  ): Promise<RecordDetailDto> {
    const found = this.sources.requireDrafts(name);
    await found.drafts.publish(ctx, found.type, id, body);
    return changedRow(ctx, found, id);
  }

  /** Hides the row from readers. Its draft and its versions stay. */
  @Post('unpublish')
  @HttpCode(200)
  @RequirePermission('snippet.publish')
  @ApiOkResponse({ type: RecordDetailDto })
  async unpublish(
    @CurrentCtx() ctx: Ctx,
    @Param('type') name: string,
    @Param('id') id: string,
  ): Promise<RecordDetailDto> {
    const found = this.sources.requireDrafts(name);
    await found.drafts.unpublish(ctx, found.type, id);
    return changedRow(ctx, found, id);
  }

  /** Makes an earlier version the latest draft. */
  @Post('revert')
  @HttpCode(200)
  @RequirePermission('snippet.edit')
  @ApiOkResponse({ type: RecordDetailDto })
  async revert(
    @CurrentCtx() ctx: Ctx,
    @Param('type') name: string,
    @Param('id') id: string,
    @Body() body: RevertRecordDto,
  ): Promise<RecordDetailDto> {
    const found = this.sources.requireDrafts(name);
    await found.drafts.revert(ctx, found.type, id, body);
    return changedRow(ctx, found, id);
  }

  /** The row's versions, newest first. */
  @Get('revisions')
  @Authenticated()
  @ApiOkResponse({ type: RecordRevisionListDto })
  revisions(
    @CurrentCtx() ctx: Ctx,
    @Param('type') name: string,
    @Param('id') id: string,
    @Query() { limit = 50, offset = 0 }: PagingQueryDto,
  ): Promise<RecordRevisionListDto> {
    const { type, drafts } = this.sources.requireDrafts(name);
    return drafts.revisions(ctx, type, id, { limit, offset });
  }

  /** One version with its values. */
  @Get('revisions/:revisionId')
  @Authenticated()
  @ApiOkResponse({ type: RecordRevisionDetailDto })
  revision(
    @CurrentCtx() ctx: Ctx,
    @Param('type') name: string,
    @Param('id') id: string,
    @IdParam('revisionId') revisionId: number,
  ): Promise<RecordRevisionDetailDto> {
    const { type, drafts } = this.sources.requireDrafts(name);
    return drafts.revision(ctx, type, id, revisionId);
  }
}
