import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Authenticated, CurrentCtx, RequirePermission } from '@pipit/access';
import type { Ctx } from '@pipit/kernel';
import { CreateCollection } from '../actions/create-collection.js';
import { ListCollections } from '../queries/list-collections.js';
import { CollectionList, CollectionRowDto, CreateCollectionDto } from './collection.dto.js';

/** Folders of images and documents. */
@ApiTags('Collections')
@Controller('api/admin/v1/collections')
@Authenticated()
export class CollectionsController {
  constructor(
    private readonly listCollections: ListCollections,
    private readonly createCollection: CreateCollection,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The tree of collections one has to do with' })
  @ApiOkResponse({ type: CollectionList })
  async list(@CurrentCtx() ctx: Ctx): Promise<CollectionList> {
    return { items: await this.listCollections.run(ctx) };
  }

  @Post()
  @RequirePermission('collection.add')
  @ApiOperation({ summary: 'Make a collection' })
  async create(@CurrentCtx() ctx: Ctx, @Body() body: CreateCollectionDto): Promise<CollectionRowDto> {
    const { id, name, parentId, depth } = await this.createCollection.run(ctx, body);
    return { id, name, parentId, depth, imageCount: 0, documentCount: 0 };
  }
}
