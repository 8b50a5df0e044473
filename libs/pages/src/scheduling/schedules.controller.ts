import { Body, Controller, Delete, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ApiProblems, CurrentCtx, IdParam, RequirePermission } from '@pipit/access';
import { editConflict, invalid, type Ctx } from '@pipit/kernel';
import { SchedulePageDto, UnscheduleQueryDto, locked } from '@pipit/revisions';
import { PageDetailDto } from '../http/page-detail.dto.js';
import { PageDetails } from '../queries/page-details.js';
import { SchedulePage } from './schedule-page.action.js';
import { UnschedulePage } from './unschedule-page.action.js';

@ApiTags('Pages')
@Controller('api/admin/v1/pages/:id/schedule')
export class SchedulesController {
  constructor(
    private readonly details: PageDetails,
    private readonly schedulePage: SchedulePage,
    private readonly unschedulePage: UnschedulePage,
  ) {}

  /**
   * Approves the latest draft to go live at a time, and sets when the page goes offline. 422 for times that are past,
   * that the clocks of the zone skip, or that they show twice; `candidates` are then the times that may be meant.
   */
  @Post()
  @HttpCode(200)
  @RequirePermission('page.publish')
  @ApiProblems(editConflict, invalid, locked)
  @ApiOkResponse({ type: PageDetailDto })
  async schedule(@CurrentCtx() ctx: Ctx, @IdParam() id: number, @Body() body: SchedulePageDto): Promise<PageDetailDto> {
    await this.schedulePage.run(ctx, { ...body, pageId: id });
    return this.details.changed(ctx, id);
  }

  /** Calls off what is planned. */
  @Delete()
  @RequirePermission('page.publish')
  @ApiProblems(locked)
  @ApiOkResponse({ type: PageDetailDto })
  async unschedule(
    @CurrentCtx() ctx: Ctx,
    @IdParam() id: number,
    @Query() query: UnscheduleQueryDto,
  ): Promise<PageDetailDto> {
    await this.unschedulePage.run(ctx, { pageId: id, ...query });
    return this.details.changed(ctx, id);
  }
}
