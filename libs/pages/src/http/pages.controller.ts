import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ApiProblems, Authenticated, CurrentCtx, IdParam, PagingQueryDto, RequirePermission } from '@pipit/access';
import { authorOf } from '@pipit/audit';
import type { Ctx } from '@pipit/kernel';
import { ApiEditConflict, locked } from '@pipit/revisions';
import { UsageListDto } from '@pipit/references';
import { CreatePage } from '../actions/create-page.action.js';
import { DeletePage } from '../actions/delete-page.action.js';
import { EditPage } from '../actions/edit-page.action.js';
import { MovePage } from '../actions/move-page.action.js';
import { PublishPage } from '../actions/publish-page.action.js';
import { RestorePage } from '../actions/restore-page.action.js';
import { RevertPage } from '../actions/revert-page.action.js';
import { UnpublishPage } from '../actions/unpublish-page.action.js';
import { PageDetails } from '../queries/page-details.js';
import { PageList } from '../queries/page-list.js';
import { AncestorListDto, PageListDto } from './page-row.dto.js';
import {
  CreatePageDto,
  DeletePageQueryDto,
  DeletedPagesDto,
  EditPageDto,
  MovePageDto,
  PublishPageDto,
  RestorePageDto,
  RevertPageDto,
} from './page-writes.dto.js';
import { EditedPageDto, PageDetailDto } from './page-detail.dto.js';
import { HistoryListDto, PageRevisionDetailDto, PageRevisionListDto } from './page-history.dto.js';
import { PageListQueryDto, parentIdOf, typesOf } from './page-list-query.dto.js';

@ApiTags('Pages')
@Controller('api/admin/v1/pages')
export class PagesController {
  constructor(
    private readonly pages: PageList,
    private readonly details: PageDetails,
    private readonly createPage: CreatePage,
    private readonly editPage: EditPage,
    private readonly publishPage: PublishPage,
    private readonly unpublishPage: UnpublishPage,
    private readonly movePage: MovePage,
    private readonly deletePage: DeletePage,
    private readonly restorePage: RestorePage,
    private readonly revertPage: RevertPage,
  ) {}

  /** Pages the caller may see: children of one page, or all that match. */
  @Get()
  @Authenticated()
  @ApiOkResponse({ type: PageListDto })
  list(@CurrentCtx() ctx: Ctx, @Query() query: PageListQueryDto): Promise<PageListDto> {
    const { parent, type, limit = 50, offset = 0, ...rest } = query;
    const parentId = parentIdOf(parent);
    return this.pages.list(ctx, { ...rest, ...typesOf(type), limit, offset, ...(parentId ? { parentId } : {}) });
  }

  /** A page with its draft. */
  @Get(':id')
  @Authenticated()
  @ApiOkResponse({ type: PageDetailDto })
  get(@CurrentCtx() ctx: Ctx, @IdParam() id: number): Promise<PageDetailDto> {
    return this.details.get(ctx, id);
  }

  /** The pages above, from the top down. */
  @Get(':id/ancestors')
  @Authenticated()
  @ApiOkResponse({ type: AncestorListDto })
  async ancestors(@CurrentCtx() ctx: Ctx, @IdParam() id: number): Promise<AncestorListDto> {
    await this.details.visible(ctx, id);
    return { items: await this.pages.ancestors(ctx, id) };
  }

  /** Creates a page as the last child of its parent. */
  @Post()
  @RequirePermission('page.add')
  @ApiCreatedResponse({ type: PageDetailDto })
  async create(@CurrentCtx() ctx: Ctx, @Body() body: CreatePageDto): Promise<PageDetailDto> {
    const page = await this.createPage.run(ctx, body);
    return this.details.changed(ctx, page.id, page);
  }

  /**
   * Saves a draft, and makes it live where asked for. What others saved since the base is joined with it; 409 where
   * both changed the same.
   */
  @Patch(':id')
  @RequirePermission('page.edit', 'page.add')
  @ApiOkResponse({ type: EditedPageDto })
  @ApiEditConflict()
  @ApiProblems(locked)
  async edit(@CurrentCtx() ctx: Ctx, @IdParam() id: number, @Body() body: EditPageDto): Promise<EditedPageDto> {
    const input = { ...body, baseRevisionId: body.baseRevisionId ?? null, pageId: id };
    const { merged } = await this.editPage.run(ctx, input);
    return { ...(await this.details.changed(ctx, id)), merged };
  }

  /** Makes the latest draft what readers see. */
  @Post(':id/publish')
  @HttpCode(200)
  @RequirePermission('page.publish')
  @ApiOkResponse({ type: PageDetailDto })
  @ApiProblems(locked)
  async publish(@CurrentCtx() ctx: Ctx, @IdParam() id: number, @Body() body: PublishPageDto): Promise<PageDetailDto> {
    await this.publishPage.run(ctx, { pageId: id, baseRevisionId: body.baseRevisionId ?? null });
    return this.details.changed(ctx, id);
  }

  /** Takes the page offline. */
  @Post(':id/unpublish')
  @HttpCode(200)
  @RequirePermission('page.publish')
  @ApiOkResponse({ type: PageDetailDto })
  @ApiProblems(locked)
  async unpublish(@CurrentCtx() ctx: Ctx, @IdParam() id: number): Promise<PageDetailDto> {
    await this.unpublishPage.run(ctx, { pageId: id });
    return this.details.changed(ctx, id);
  }

  /** Moves the page and all below it. */
  @Post(':id/move')
  @HttpCode(200)
  @RequirePermission('page.edit', 'page.add', 'page.publish')
  @ApiOkResponse({ type: PageDetailDto })
  @ApiProblems(locked)
  async move(@CurrentCtx() ctx: Ctx, @IdParam() id: number, @Body() body: MovePageDto): Promise<PageDetailDto> {
    await this.movePage.run(ctx, { pageId: id, parentId: body.parentId, before: body.before ?? null });
    return this.details.changed(ctx, id);
  }

  /** Moves the page and all below it to the trash. 409 with the uses when something points there, unless forced. */
  @Delete(':id')
  @RequirePermission('page.delete', 'page.add')
  @ApiOkResponse({ type: DeletedPagesDto })
  @ApiProblems(locked)
  delete(
    @CurrentCtx() ctx: Ctx,
    @IdParam() id: number,
    @Query() { force = false }: DeletePageQueryDto,
  ): Promise<DeletedPagesDto> {
    return this.deletePage.run(ctx, { pageId: id, force });
  }

  /** Takes the page and all below it out of the trash. */
  @Post(':id/restore')
  @HttpCode(200)
  @RequirePermission('page.delete', 'page.add')
  @ApiOkResponse({ type: PageDetailDto })
  async restore(@CurrentCtx() ctx: Ctx, @IdParam() id: number, @Body() body: RestorePageDto): Promise<PageDetailDto> {
    await this.restorePage.run(ctx, { pageId: id, ...body });
    return this.details.changed(ctx, id);
  }

  /** Makes an earlier version the latest draft. */
  @Post(':id/revert')
  @HttpCode(200)
  @RequirePermission('page.edit', 'page.add')
  @ApiOkResponse({ type: PageDetailDto })
  @ApiProblems(locked)
  async revert(@CurrentCtx() ctx: Ctx, @IdParam() id: number, @Body() body: RevertPageDto): Promise<PageDetailDto> {
    await this.revertPage.run(ctx, { ...body, baseRevisionId: body.baseRevisionId ?? null, pageId: id });
    return this.details.changed(ctx, id);
  }

  /** The page's versions, newest first. */
  @Get(':id/revisions')
  @Authenticated()
  @ApiOkResponse({ type: PageRevisionListDto })
  revisions(
    @CurrentCtx() ctx: Ctx,
    @IdParam() id: number,
    @Query() query: PagingQueryDto,
  ): Promise<PageRevisionListDto> {
    return this.details.revisionsOf(ctx, id, pagingOf(query));
  }

  /** One version with its values. */
  @Get(':id/revisions/:revisionId')
  @Authenticated()
  @ApiOkResponse({ type: PageRevisionDetailDto })
  revision(
    @CurrentCtx() ctx: Ctx,
    @IdParam() id: number,
    @IdParam('revisionId') revisionId: number,
  ): Promise<PageRevisionDetailDto> {
    return this.details.revision(ctx, id, revisionId);
  }

  /** What happened to the page, newest first. */
  @Get(':id/history')
  @Authenticated()
  @ApiOkResponse({ type: HistoryListDto })
  async history(
    @CurrentCtx() ctx: Ctx,
    @IdParam() id: number,
    @Query() query: PagingQueryDto,
  ): Promise<HistoryListDto> {
    const { total, items } = await this.details.history(ctx, id, pagingOf(query));
    return {
      total,
      items: items.map((entry) => {
        const { id: entryId, at, action, revisionId, data } = entry;
        return { id: entryId, at, action, revisionId, data, user: authorOf(entry) };
      }),
    };
  }

  /** What points at the page. */
  @Get(':id/usage')
  @Authenticated()
  @ApiOkResponse({ type: UsageListDto })
  usage(@CurrentCtx() ctx: Ctx, @IdParam() id: number, @Query() query: PagingQueryDto): Promise<UsageListDto> {
    return this.details.usage(ctx, id, pagingOf(query));
  }
}

function pagingOf({ limit = 50, offset = 0 }: PagingQueryDto): { limit: number; offset: number } {
  return { limit, offset };
}
