import { Controller, Delete, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ApiProblems, Authenticated, CurrentCtx, IdParam, RequirePermission } from '@pipit/access';
import type { Ctx } from '@pipit/kernel';
import { locked } from '@pipit/revisions';
import { PageDetailDto } from '../http/page-detail.dto.js';
import { PageDetails } from '../queries/page-details.js';
import { LockPage } from './lock-page.action.js';
import { UnlockPage } from './unlock-page.action.js';

@ApiTags('Pages')
@Controller('api/admin/v1/pages/:id/lock')
export class LocksController {
  constructor(
    private readonly details: PageDetails,
    private readonly lockPage: LockPage,
    private readonly unlockPage: UnlockPage,
  ) {}

  /** Keeps everybody else from changing the page. */
  @Post()
  @HttpCode(200)
  @RequirePermission('page.lock')
  @ApiProblems(locked)
  @ApiOkResponse({ type: PageDetailDto })
  async lock(@CurrentCtx() ctx: Ctx, @IdParam() id: number): Promise<PageDetailDto> {
    await this.lockPage.run(ctx, { pageId: id });
    return this.details.changed(ctx, id);
  }

  /** Takes the lock off: one's own, or anybody's with `page.unlock`. */
  @Delete()
  @Authenticated()
  @ApiOkResponse({ type: PageDetailDto })
  async unlock(@CurrentCtx() ctx: Ctx, @IdParam() id: number): Promise<PageDetailDto> {
    await this.unlockPage.run(ctx, { pageId: id });
    return this.details.changed(ctx, id);
  }
}
