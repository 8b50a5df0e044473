import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Authenticated, CurrentCtx, RequirePermission } from '@pipit/access';
import type { Ctx } from '@pipit/kernel';
import { ApiEditConflict } from '@pipit/revisions';
import { RecordListing } from '../list/record-listing.js';
import { RecordSources } from '../record-sources.js';
import { ApiPart, ApiSelection } from './list-parameters.decorator.js';
import { listQueryOf, type RawQuery } from './list-parameters.js';
import { changedRow } from './changed-row.js';
import { CreateRecordDto, EditRecordDto, EditedRecordDto, RecordDetailDto, RecordListDto } from './record.dto.js';

@ApiTags('Records')
@Controller('api/admin/v1/records/:type')
export class RecordsController {
  constructor(
    private readonly sources: RecordSources,
    private readonly listing: RecordListing,
  ) {}

  /** Rows of one type. Parameters that are none are refused. */
  @Get()
  @Authenticated()
  @ApiSelection()
  @ApiPart()
  @ApiOkResponse({ type: RecordListDto })
  list(
    @CurrentCtx() ctx: Ctx,
    @Param('type') name: string,
    @Query() query: Record<string, unknown>,
  ): Promise<RecordListDto> {
    const { type } = this.sources.require(name);
    return this.listing.list(ctx, type, listQueryOf(query as RawQuery, type.list.perPage));
  }

  /** A row with its values. */
  @Get(':id')
  @Authenticated()
  @ApiOkResponse({ type: RecordDetailDto })
  get(@CurrentCtx() ctx: Ctx, @Param('type') name: string, @Param('id') id: string): Promise<RecordDetailDto> {
    const { type, source } = this.sources.require(name);
    return source.get(ctx, type, id);
  }

  /** Creates a row. */
  @Post()
  @RequirePermission('snippet.add', 'model.add')
  @ApiCreatedResponse({ type: RecordDetailDto })
  async create(
    @CurrentCtx() ctx: Ctx,
    @Param('type') name: string,
    @Body() body: CreateRecordDto,
  ): Promise<RecordDetailDto> {
    const found = this.sources.require(name);
    return changedRow(ctx, found, await found.source.create(ctx, found.type, body));
  }

  /** Changes a row. What others saved since the base is joined with it; 409 where both changed the same. */
  @Patch(':id')
  @RequirePermission('snippet.edit', 'model.edit')
  @ApiOkResponse({ type: EditedRecordDto })
  @ApiEditConflict()
  async edit(
    @CurrentCtx() ctx: Ctx,
    @Param('type') name: string,
    @Param('id') id: string,
    @Body() body: EditRecordDto,
  ): Promise<EditedRecordDto> {
    const found = this.sources.require(name);
    const merged = await found.source.edit(ctx, found.type, id, body);
    return { ...(await changedRow(ctx, found, id)), merged };
  }

  /** Deletes a row nothing refers to; 409 otherwise. */
  @Delete(':id')
  @HttpCode(204)
  @RequirePermission('snippet.delete', 'model.delete')
  @ApiNoContentResponse()
  delete(@CurrentCtx() ctx: Ctx, @Param('type') name: string, @Param('id') id: string): Promise<void> {
    const { type, source } = this.sources.require(name);
    return source.remove(ctx, type, id);
  }
}
