import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentCtx, IdParam, RequirePermission } from '@pipit/access';
import type { Ctx } from '@pipit/kernel';
import { DeletedPagesDto, DeletePageQueryDto } from '../../http/page-writes.dto.js';
import { PurgePage } from '../purge-page.action.js';
import { PurgeTrash } from '../purge-trash.js';
import { TrashList } from '../trash-list.js';
import { TRASH_OPTIONS, type TrashOptions } from '../trash-options.js';
import { PurgedTrashDto, PurgeTrashDto, TrashDetailDto, TrashListDto, TrashQueryDto } from './trash.dto.js';

/** Deleted pages. `POST pages/:id/restore` takes one out. */
@ApiTags('Trash')
@Controller('api/admin/v1/trash')
@RequirePermission('page.delete', 'page.add')
export class TrashController {
  constructor(
    private readonly trash: TrashList,
    private readonly purgePage: PurgePage,
    private readonly purgeTrash: PurgeTrash,
    @Inject(TRASH_OPTIONS) private readonly options: TrashOptions,
  ) {}

  /** What the caller could have deleted where it stood, latest first. */
  @Get()
  @ApiOkResponse({ type: TrashListDto })
  async list(@CurrentCtx() ctx: Ctx, @Query() { q, limit = 50, offset = 0 }: TrashQueryDto): Promise<TrashListDto> {
    const found = await this.trash.list(ctx, { limit, offset, ...(q ? { q } : {}) });
    return { ...found, keepDays: this.options.keepDays };
  }

  /** One deleted page, with what points at it. */
  @Get(':id')
  @ApiOkResponse({ type: TrashDetailDto })
  get(@CurrentCtx() ctx: Ctx, @IdParam() id: number): Promise<TrashDetailDto> {
    return this.trash.detail(ctx, id);
  }

  /** Deletes for good what has been in the trash for some days. What something points at stays, unless forced. */
  @Post('purge')
  @HttpCode(200)
  @ApiOkResponse({ type: PurgedTrashDto })
  purge(@CurrentCtx() ctx: Ctx, @Body() body: PurgeTrashDto): Promise<PurgedTrashDto> {
    return this.purgeTrash.run(ctx, body);
  }

  /** Deletes it and all that was below it for good. 409 with the uses when something points there, unless forced. */
  @Delete(':id')
  @ApiOkResponse({ type: DeletedPagesDto })
  delete(
    @CurrentCtx() ctx: Ctx,
    @IdParam() id: number,
    @Query() { force = false }: DeletePageQueryDto,
  ): Promise<DeletedPagesDto> {
    return this.purgePage.run(ctx, { pageId: id, force });
  }
}
