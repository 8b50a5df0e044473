import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Authenticated, CurrentCtx } from '@pipit/access';
import type { Ctx } from '@pipit/kernel';
import { UnknownBlocks } from '../unknown-blocks/unknown-blocks.js';
import { UnknownBlockPageDto, UnknownBlocksQuery } from './reports.dto.js';

/** Reports: each tells only of what the acting person may see. */
@ApiTags('Reports')
@Controller('api/admin/v1/reports')
@Authenticated()
export class ReportsController {
  constructor(private readonly unknownBlocks: UnknownBlocks) {}

  @Get('unknown-blocks')
  @ApiOperation({ summary: 'Blocks, members and columns in stored content that nobody declares any more' })
  @ApiOkResponse({ type: UnknownBlockPageDto })
  findUnknownBlocks(@CurrentCtx() ctx: Ctx, @Query() query: UnknownBlocksQuery): Promise<UnknownBlockPageDto> {
    return this.unknownBlocks.page(ctx, query);
  }
}
