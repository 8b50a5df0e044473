import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Authenticated, CurrentCtx, Policy } from '@pipit/access';
import { ContentTypes, summariseType, typeSchema, type ContentType } from '@pipit/content-types';
import { notFound, type Ctx } from '@pipit/kernel';
import { PageTypes } from '@pipit/pages';
import { SnippetTypes } from '@pipit/snippets';
import { ContentTypeDto, ContentTypeListDto, ContentTypeSummaryDto } from './content-type.dto.js';

@ApiTags('Content types')
@Controller('api/admin/v1/content-types')
export class ContentTypesController {
  constructor(
    private readonly types: ContentTypes,
    private readonly pageTypes: PageTypes,
    private readonly snippetTypes: SnippetTypes,
    private readonly policy: Policy,
  ) {}

  /** All declared page and snippet types. */
  @Get()
  @Authenticated()
  @ApiOkResponse({ type: ContentTypeListDto })
  async list(@CurrentCtx() ctx: Ctx): Promise<ContentTypeListDto> {
    const types = [...this.pageTypes.all(), ...this.snippetTypes.all()];
    return { items: await Promise.all(types.map((type) => this.summary(ctx, type))) };
  }

  /** One type with its fields, the arrangement of its form and its rules. */
  @Get(':name')
  @Authenticated()
  @ApiOkResponse({ type: ContentTypeDto })
  async get(@CurrentCtx() ctx: Ctx, @Param('name') name: string): Promise<ContentTypeDto> {
    const type = this.pageTypes.find(name) ?? this.types.find(name);
    if (!type || type.category === 'item') throw notFound(`There is no content type “${name}”.`);
    const owner = type.category === 'page' ? this.pageTypes : this.snippetTypes;
    return {
      ...owner.describe(type),
      ...(await this.summary(ctx, type)),
      schema: typeSchema(type, type.fields),
    };
  }

  private async summary(ctx: Ctx, type: ContentType): Promise<ContentTypeSummaryDto> {
    const isPage = type.category === 'page';
    const mayAdd = isPage
      ? await this.policy.can(ctx, 'page.add')
      : await this.policy.can(ctx, 'snippet.add', { kind: 'type', name: type.name });
    const can = { create: mayAdd && type.rules.creatable !== false };
    return { ...summariseType(type), category: isPage ? 'page' : 'snippet', can };
  }
}
