import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Authenticated, CurrentCtx } from '@pipit/access';
import type { Ctx } from '@pipit/kernel';
import { FindTagNames } from '../queries/find-tag-names.js';
import { FindTagsQuery, TagNames } from './tags.dto.js';

const SUGGESTIONS = 10;

/** Completion of tags. */
@ApiTags('Tags')
@Controller('api/admin/v1/tags')
@Authenticated()
export class TagsController {
  constructor(private readonly findTagNames: FindTagNames) {}

  @Get()
  @ApiOperation({ summary: 'Names of tags that begin with or contain a text' })
  @ApiOkResponse({ type: TagNames })
  async find(@CurrentCtx() ctx: Ctx, @Query() query: FindTagsQuery): Promise<TagNames> {
    return { items: await this.findTagNames.run(ctx, query.q ?? '', SUGGESTIONS) };
  }
}
