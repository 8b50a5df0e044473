import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ApiProblems, CurrentCtx, RequirePermission } from '@pipit/access';
import type { Ctx } from '@pipit/kernel';
import {
  KeepWorkDto,
  KeptWorkDto,
  WorkingCopyAnswerDto,
  baseRevisionGone,
  workingCopyConflict,
} from '@pipit/revisions';
import { RecordSources } from '../record-sources.js';

/** Unsaved work on a row, of the person who asks and nobody else. Types without drafts answer 404. */
@ApiTags('Records')
@Controller('api/admin/v1/records/:type/:id/working-copy')
export class RecordWorkingCopyController {
  constructor(private readonly sources: RecordSources) {}

  /** Your unsaved work on the row. */
  @Get()
  @RequirePermission('snippet.edit')
  @ApiOkResponse({ type: WorkingCopyAnswerDto })
  async get(
    @CurrentCtx() ctx: Ctx,
    @Param('type') name: string,
    @Param('id') id: string,
  ): Promise<WorkingCopyAnswerDto> {
    const { type, drafts } = this.sources.requireDrafts(name);
    return { workingCopy: await drafts.workingCopies.find(ctx, type, id) };
  }

  /** Keeps what you typed. It is no version, and saving or publishing drops it. */
  @Put()
  @RequirePermission('snippet.edit')
  @ApiOkResponse({ type: KeptWorkDto })
  @ApiProblems(workingCopyConflict, baseRevisionGone)
  async keep(
    @CurrentCtx() ctx: Ctx,
    @Param('type') name: string,
    @Param('id') id: string,
    @Body() body: KeepWorkDto,
  ): Promise<KeptWorkDto> {
    const { type, drafts } = this.sources.requireDrafts(name);
    const work = { ...body, baseRevisionId: body.baseRevisionId ?? null };
    return { updatedAt: await drafts.workingCopies.keep(ctx, type, id, work) };
  }

  /** Gives your unsaved work up. */
  @Delete()
  @HttpCode(204)
  @RequirePermission('snippet.edit')
  @ApiNoContentResponse()
  discard(@CurrentCtx() ctx: Ctx, @Param('type') name: string, @Param('id') id: string): Promise<void> {
    const { type, drafts } = this.sources.requireDrafts(name);
    return drafts.workingCopies.discard(ctx, type, id);
  }
}
