import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Authenticated, CurrentCtx, PagingQueryDto, SessionOnly } from '@pipit/access';
import { badRequest, type Ctx } from '@pipit/kernel';
import { CancelBulk } from '../actions/cancel-bulk.action.js';
import { StartBulk } from '../actions/start-bulk.action.js';
import type { BulkSelection } from '../bulk-kinds.js';
import { BulkOperations } from '../queries/bulk-operations.js';
import {
  BulkItemResultListDto,
  BulkOperationDto,
  BulkOperationListDto,
  BulkResultQueryDto,
  StartBulkDto,
} from './bulk.dto.js';

/** Operations on many things, done in the background with the asker’s rights. */
@ApiTags('Bulk operations')
@Controller('api/admin/v1/bulk-operations')
@Authenticated()
@SessionOnly()
export class BulkController {
  constructor(
    private readonly operations: BulkOperations,
    private readonly startBulk: StartBulk,
    private readonly cancelBulk: CancelBulk,
  ) {}

  /** Asks for something to be done to many things. What is done to each is permitted or refused by itself. */
  @Post()
  @HttpCode(202)
  @ApiAcceptedResponse({ type: BulkOperationDto })
  async start(@CurrentCtx() ctx: Ctx, @Body() body: StartBulkDto): Promise<BulkOperationDto> {
    const { kind, arguments: args = {} } = body;
    const { id } = await this.startBulk.run(ctx, { kind, selection: selectionOf(body), arguments: args });
    return this.operations.get(ctx, id);
  }

  /** One’s own operations, latest first; for administrators everybody’s. */
  @Get()
  @ApiOkResponse({ type: BulkOperationListDto })
  list(@CurrentCtx() ctx: Ctx, @Query() { limit = 50, offset = 0 }: PagingQueryDto): Promise<BulkOperationListDto> {
    return this.operations.list(ctx, { limit, offset });
  }

  /** How far an operation is. */
  @Get(':id')
  @ApiOkResponse({ type: BulkOperationDto })
  get(@CurrentCtx() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string): Promise<BulkOperationDto> {
    return this.operations.get(ctx, id);
  }

  /** How each thing fared. */
  @Get(':id/items')
  @ApiOkResponse({ type: BulkItemResultListDto })
  items(
    @CurrentCtx() ctx: Ctx,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { limit = 50, offset = 0, state }: BulkResultQueryDto,
  ): Promise<BulkItemResultListDto> {
    return this.operations.results(ctx, id, { limit, offset }, state);
  }

  /** Stops an operation. What is done stays done. */
  @Post(':id/cancel')
  @HttpCode(200)
  @ApiOkResponse({ type: BulkOperationDto })
  async cancel(@CurrentCtx() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string): Promise<BulkOperationDto> {
    await this.cancelBulk.run(ctx, { id });
    return this.operations.get(ctx, id);
  }
}

function selectionOf({ ids, query }: StartBulkDto): BulkSelection {
  if (ids && query === undefined) return { ids };
  if (query !== undefined && !ids) return { query };
  const message = 'Give either `ids` or a `query`.';
  throw badRequest(message, [{ path: '/ids', code: 'selection', message }]);
}
