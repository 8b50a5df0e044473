import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Authenticated, CurrentCtx } from '@pipit/access';
import type { Ctx } from '@pipit/kernel';
import { LockedReport } from '../plans/locked-report.js';
import { ScheduledReport } from '../plans/scheduled-report.js';
import { LockedListDto, MineQueryDto, ScheduledListDto } from './plans.dto.js';

/** What is planned and what is locked, as far as the acting person may read it. */
@ApiTags('Reports')
@Controller('api/admin/v1/reports')
@Authenticated()
export class PlansController {
  constructor(
    private readonly scheduledReport: ScheduledReport,
    private readonly lockedReport: LockedReport,
  ) {}

  /** Pages and snippets that go live or offline at a time: those that could not first, then the next ones. */
  @Get('scheduled')
  @ApiOkResponse({ type: ScheduledListDto })
  scheduled(
    @CurrentCtx() ctx: Ctx,
    @Query() { limit = 50, offset = 0, mine }: MineQueryDto,
  ): Promise<ScheduledListDto> {
    return this.scheduledReport.page(ctx, { limit, offset, ...(mine === undefined ? {} : { mine }) });
  }

  /** Pages and snippets that somebody has locked, the latest first. */
  @Get('locked')
  @ApiOkResponse({ type: LockedListDto })
  locked(@CurrentCtx() ctx: Ctx, @Query() { limit = 50, offset = 0, mine }: MineQueryDto): Promise<LockedListDto> {
    return this.lockedReport.page(ctx, { limit, offset, ...(mine === undefined ? {} : { mine }) });
  }
}
