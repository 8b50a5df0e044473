import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Authenticated, CurrentCtx, PagingQueryDto } from '@pipit/access';
import type { Ctx } from '@pipit/kernel';
import { UsageListDto } from '@pipit/references';
import { RecordHistory } from '../queries/record-history.js';
import { RecordSources } from '../record-sources.js';
import { RecordHistoryDto } from './record-many.dto.js';

/** What happened to rows, and what uses them. */
@ApiTags('Records')
@Controller('api/admin/v1/records/:type')
export class RecordHistoryController {
  constructor(
    private readonly sources: RecordSources,
    private readonly records: RecordHistory,
  ) {}

  /** What happened to all rows of a type, those that are gone included, latest first. */
  @Get('history')
  @Authenticated()
  @ApiOkResponse({ type: RecordHistoryDto })
  historyOfType(
    @CurrentCtx() ctx: Ctx,
    @Param('type') name: string,
    @Query() { limit = 50, offset = 0 }: PagingQueryDto,
  ): Promise<RecordHistoryDto> {
    return this.records.ofType(ctx, this.sources.require(name).type, { limit, offset });
  }

  /** What happened to a row, latest first. */
  @Get(':id/history')
  @Authenticated()
  @ApiOkResponse({ type: RecordHistoryDto })
  history(
    @CurrentCtx() ctx: Ctx,
    @Param('type') name: string,
    @Param('id') id: string,
    @Query() { limit = 50, offset = 0 }: PagingQueryDto,
  ): Promise<RecordHistoryDto> {
    return this.records.of(ctx, this.sources.require(name).type, id, { limit, offset });
  }

  /** What points at a row, in what readers see and in drafts. */
  @Get(':id/usage')
  @Authenticated()
  @ApiOkResponse({ type: UsageListDto })
  usage(
    @CurrentCtx() ctx: Ctx,
    @Param('type') name: string,
    @Param('id') id: string,
    @Query() { limit = 50, offset = 0 }: PagingQueryDto,
  ): Promise<UsageListDto> {
    return this.records.usage(ctx, this.sources.require(name).type, id, { limit, offset });
  }
}
