import { Body, Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ApiProblems, CurrentCtx, IdParam, RequirePermission } from '@pipit/access';
import type { Ctx } from '@pipit/kernel';
import {
  KeepWorkDto,
  KeptWorkDto,
  WorkingCopyAnswerDto,
  baseRevisionGone,
  workingCopyConflict,
} from '@pipit/revisions';
import { PageWorkingCopies } from './page-working-copies.js';

/** Unsaved work on a page, of the person who asks and nobody else. */
@ApiTags('Pages')
@Controller('api/admin/v1/pages/:id/working-copy')
export class PageWorkingCopyController {
  constructor(private readonly copies: PageWorkingCopies) {}

  /** Your unsaved work on the page. */
  @Get()
  @RequirePermission('page.edit', 'page.add')
  @ApiOkResponse({ type: WorkingCopyAnswerDto })
  async get(@CurrentCtx() ctx: Ctx, @IdParam() id: number): Promise<WorkingCopyAnswerDto> {
    return { workingCopy: await this.copies.find(ctx, id) };
  }

  /** Keeps what you typed. It is no version, and saving or publishing drops it. */
  @Put()
  @RequirePermission('page.edit', 'page.add')
  @ApiOkResponse({ type: KeptWorkDto })
  @ApiProblems(workingCopyConflict, baseRevisionGone)
  async keep(@CurrentCtx() ctx: Ctx, @IdParam() id: number, @Body() body: KeepWorkDto): Promise<KeptWorkDto> {
    return { updatedAt: await this.copies.keep(ctx, id, { ...body, baseRevisionId: body.baseRevisionId ?? null }) };
  }

  /** Gives your unsaved work up. */
  @Delete()
  @HttpCode(204)
  @RequirePermission('page.edit', 'page.add')
  @ApiNoContentResponse()
  discard(@CurrentCtx() ctx: Ctx, @IdParam() id: number): Promise<void> {
    return this.copies.discard(ctx, id);
  }
}
