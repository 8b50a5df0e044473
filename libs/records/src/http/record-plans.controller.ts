import { Body, Controller, Delete, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsInt, IsOptional } from 'class-validator';
import { ApiProblems, Authenticated, CurrentCtx, RequirePermission } from '@pipit/access';
import { editConflict, invalid, type Ctx } from '@pipit/kernel';
import { ScheduleTimesDto, UnscheduleQueryDto, locked } from '@pipit/revisions';
import { RecordSources } from '../record-sources.js';
import { changedRow } from './changed-row.js';
import { RecordDetailDto } from './record.dto.js';

/** When a row goes live and offline. */
export class ScheduleRecordDto extends ScheduleTimesDto {
  @ApiPropertyOptional({ type: 'integer', description: 'The version the caller looked at.' })
  @IsOptional()
  @IsInt()
  baseVersion?: number;
}

/** Plans and locks of rows of types with drafts; other types answer 404. */
@ApiTags('Records')
@Controller('api/admin/v1/records/:type/:id')
export class RecordPlansController {
  constructor(private readonly sources: RecordSources) {}

  /** Approves the latest draft to go live at a time, and sets when the row goes offline; as with pages. */
  @Post('schedule')
  @HttpCode(200)
  @RequirePermission('snippet.publish')
  @ApiProblems(editConflict, invalid, locked)
  @ApiOkResponse({ type: RecordDetailDto })
  async schedule(
    @CurrentCtx() ctx: Ctx,
    @Param('type') name: string,
    @Param('id') id: string,
    @Body() body: ScheduleRecordDto,
  ): Promise<RecordDetailDto> {
    const found = this.sources.requireDrafts(name);
    await found.drafts.schedule(ctx, found.type, id, body);
    return changedRow(ctx, found, id);
  }

  /** Calls off what is planned. */
  @Delete('schedule')
  @RequirePermission('snippet.publish')
  @ApiProblems(locked)
  @ApiOkResponse({ type: RecordDetailDto })
  async unschedule(
    @CurrentCtx() ctx: Ctx,
    @Param('type') name: string,
    @Param('id') id: string,
    @Query() { kind }: UnscheduleQueryDto,
  ): Promise<RecordDetailDto> {
    const found = this.sources.requireDrafts(name);
    await found.drafts.unschedule(ctx, found.type, id, kind);
    return changedRow(ctx, found, id);
  }

  /** Keeps everybody else from changing the row. */
  @Post('lock')
  @HttpCode(200)
  @RequirePermission('snippet.lock')
  @ApiProblems(locked)
  @ApiOkResponse({ type: RecordDetailDto })
  async lock(@CurrentCtx() ctx: Ctx, @Param('type') name: string, @Param('id') id: string): Promise<RecordDetailDto> {
    const found = this.sources.requireDrafts(name);
    await found.drafts.lock(ctx, found.type, id);
    return changedRow(ctx, found, id);
  }

  /** Takes the lock off: one's own, or anybody's with `snippet.unlock`. */
  @Delete('lock')
  @Authenticated()
  @ApiOkResponse({ type: RecordDetailDto })
  async unlock(@CurrentCtx() ctx: Ctx, @Param('type') name: string, @Param('id') id: string): Promise<RecordDetailDto> {
    const found = this.sources.requireDrafts(name);
    await found.drafts.unlock(ctx, found.type, id);
    return changedRow(ctx, found, id);
  }
}
