import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Authenticated, CurrentCtx, IdParam, RequirePermission } from '@pipit/access';
import type { Ctx } from '@pipit/kernel';
import { CreateSnippet } from '../actions/create-snippet.action.js';
import { DeleteSnippet } from '../actions/delete-snippet.action.js';
import { EditSnippet } from '../actions/edit-snippet.action.js';
import { SnippetList } from '../queries/snippet-list.js';
import {
  CreateSnippetDto,
  EditSnippetDto,
  SnippetDetailDto,
  SnippetListDto,
  SnippetListQueryDto,
} from './snippet.dto.js';

@ApiTags('Snippets')
@Controller('api/admin/v1/snippets/:type')
export class SnippetsController {
  constructor(
    private readonly snippets: SnippetList,
    private readonly createSnippet: CreateSnippet,
    private readonly editSnippet: EditSnippet,
    private readonly deleteSnippet: DeleteSnippet,
  ) {}

  /** Snippets of one type. */
  @Get()
  @Authenticated()
  @ApiOkResponse({ type: SnippetListDto })
  list(
    @CurrentCtx() ctx: Ctx,
    @Param('type') type: string,
    @Query() query: SnippetListQueryDto,
  ): Promise<SnippetListDto> {
    const { limit = 50, offset = 0, ...rest } = query;
    return this.snippets.list(ctx, type, { ...rest, limit, offset });
  }

  /** A snippet with its values. */
  @Get(':id')
  @Authenticated()
  @ApiOkResponse({ type: SnippetDetailDto })
  get(@CurrentCtx() ctx: Ctx, @Param('type') type: string, @IdParam() id: number): Promise<SnippetDetailDto> {
    return this.snippets.get(ctx, type, id);
  }

  /** Creates a snippet. */
  @Post()
  @RequirePermission('snippet.add')
  @ApiCreatedResponse({ type: SnippetDetailDto })
  async create(
    @CurrentCtx() ctx: Ctx,
    @Param('type') type: string,
    @Body() body: CreateSnippetDto,
  ): Promise<SnippetDetailDto> {
    const id = await this.createSnippet.run(ctx, { type, fields: body.fields });
    return this.snippets.get(ctx, type, id);
  }

  /** Changes a snippet. 409 when somebody else changed it meanwhile. */
  @Patch(':id')
  @RequirePermission('snippet.edit')
  @ApiOkResponse({ type: SnippetDetailDto })
  async edit(
    @CurrentCtx() ctx: Ctx,
    @Param('type') type: string,
    @IdParam() id: number,
    @Body() body: EditSnippetDto,
  ): Promise<SnippetDetailDto> {
    await this.editSnippet.run(ctx, { type, id, ...body });
    return this.snippets.get(ctx, type, id);
  }

  /** Deletes a snippet nothing refers to; 409 otherwise. */
  @Delete(':id')
  @HttpCode(204)
  @RequirePermission('snippet.delete')
  @ApiNoContentResponse()
  delete(@CurrentCtx() ctx: Ctx, @Param('type') type: string, @IdParam() id: number): Promise<void> {
    return this.deleteSnippet.run(ctx, { type, id });
  }
}
