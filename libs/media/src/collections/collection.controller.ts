import { Body, Controller, Delete, Get, HttpCode, Patch, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiProblems, Authenticated, CurrentCtx, IdParam, RequirePermission } from '@pipit/access';
import { invalid, notFound, type Ctx } from '@pipit/kernel';
import { CollectionAccess } from '../collection-access.js';
import { collectionNotEmpty } from '../errors.js';
import { CollectionRowDto } from '../http/collection.dto.js';
import { ListCollections } from '../queries/list-collections.js';
import { CollectionPrivacy, RestrictCollection } from './collection-privacy.js';
import { CollectionPrivacyDto, EditCollectionDto, RestrictCollectionDto } from './collection-privacy.dto.js';
import { DeleteCollection } from './delete-collection.action.js';
import { EditCollection } from './edit-collection.action.js';

/** One folder of images and documents. */
@ApiTags('Collections')
@Controller('api/admin/v1/collections/:id')
@Authenticated()
export class CollectionController {
  constructor(
    private readonly collections: ListCollections,
    private readonly access: CollectionAccess,
    private readonly privacy: CollectionPrivacy,
    private readonly editCollection: EditCollection,
    private readonly deleteCollection: DeleteCollection,
    private readonly restrictCollection: RestrictCollection,
  ) {}

  @Get()
  @ApiOperation({ summary: 'One collection' })
  @ApiOkResponse({ type: CollectionRowDto })
  async get(@CurrentCtx() ctx: Ctx, @IdParam() id: number): Promise<CollectionRowDto> {
    const found = (await this.collections.run(ctx)).find((row) => row.id === id);
    if (!found) throw notFound(`There is no collection ${id}.`);
    return found;
  }

  @Patch()
  @RequirePermission('collection.edit')
  @ApiOperation({ summary: 'Rename or move a collection' })
  @ApiProblems(invalid)
  @ApiOkResponse({ type: CollectionRowDto })
  async edit(
    @CurrentCtx() ctx: Ctx,
    @IdParam() id: number,
    @Body() body: EditCollectionDto,
  ): Promise<CollectionRowDto> {
    await this.editCollection.run(ctx, { ...body, id });
    return this.get(ctx, id);
  }

  @Delete()
  @HttpCode(204)
  @RequirePermission('collection.delete')
  @ApiOperation({ summary: 'Delete a collection that holds nothing' })
  @ApiProblems(collectionNotEmpty)
  @ApiNoContentResponse()
  delete(@CurrentCtx() ctx: Ctx, @IdParam() id: number): Promise<void> {
    return this.deleteCollection.run(ctx, { id });
  }

  @Get('privacy')
  @RequirePermission('collection.edit')
  @ApiOperation({ summary: 'Who may read what is in a collection' })
  @ApiOkResponse({ type: CollectionPrivacyDto })
  async privacyOf(@CurrentCtx() ctx: Ctx, @IdParam() id: number): Promise<CollectionPrivacyDto> {
    await this.get(ctx, id);
    await this.access.require(ctx, 'collection.edit', id);
    return { restrictions: await this.privacy.of(ctx, id), availableGroups: await this.privacy.groups(ctx) };
  }

  @Put('privacy')
  @RequirePermission('collection.edit')
  @ApiOperation({ summary: 'Narrow who may read what is in a collection and below it' })
  @ApiProblems(invalid)
  @ApiOkResponse({ type: CollectionPrivacyDto })
  async restrict(
    @CurrentCtx() ctx: Ctx,
    @IdParam() id: number,
    @Body() { kind, groups, password }: RestrictCollectionDto,
  ): Promise<CollectionPrivacyDto> {
    await this.restrictCollection.run(ctx, { id, kind: kind === 'public' ? null : kind, groups, password });
    return this.privacyOf(ctx, id);
  }

  @Delete('privacy')
  @RequirePermission('collection.edit')
  @ApiOperation({ summary: 'Take the restriction of its own off a collection' })
  @ApiOkResponse({ type: CollectionPrivacyDto })
  async open(@CurrentCtx() ctx: Ctx, @IdParam() id: number): Promise<CollectionPrivacyDto> {
    await this.restrictCollection.run(ctx, { id, kind: null });
    return this.privacyOf(ctx, id);
  }
}
