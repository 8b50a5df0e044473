import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Authenticated, CurrentCtx, Policy } from '@pipit/access';
import { ContentTypes, summariseType, typeSchema, type ContentType } from '@pipit/content-types';
import { notFound, type Ctx } from '@pipit/kernel';
import { PageTypes } from '@pipit/pages';
import { SettingsTypes } from '@pipit/settings';
import { SnippetTypes } from '@pipit/snippets';
import { ContentTypeDto, ContentTypeListDto, ContentTypeSummaryDto } from './content-type.dto.js';

@ApiTags('Content types')
@Controller('api/admin/v1/content-types')
export class ContentTypesController {
  constructor(
    private readonly types: ContentTypes,
    private readonly pageTypes: PageTypes,
    private readonly snippetTypes: SnippetTypes,
    private readonly settingsTypes: SettingsTypes,
    private readonly policy: Policy,
  ) {}

  /** All declared types of pages, snippets and settings. */
  @Get()
  @Authenticated()
  @ApiOkResponse({ type: ContentTypeListDto })
  async list(@CurrentCtx() ctx: Ctx): Promise<ContentTypeListDto> {
    const types = [...this.pageTypes.all(), ...this.snippetTypes.all(), ...this.settingsTypes.all()];
    return { items: await Promise.all(types.filter(isShown).map((type) => this.summary(ctx, type))) };
  }

  /** One type with its fields, the arrangement of its form and its rules. */
  @Get(':name')
  @Authenticated()
  @ApiOkResponse({ type: ContentTypeDto })
  async get(@CurrentCtx() ctx: Ctx, @Param('name') name: string): Promise<ContentTypeDto> {
    const type = this.pageTypes.find(name) ?? this.types.find(name);
    if (!type || !isShown(type)) throw notFound(`There is no content type “${name}”.`);
    const owner = { page: this.pageTypes, snippet: this.snippetTypes, settings: this.settingsTypes }[type.category];
    return {
      ...owner.describe(type),
      ...(await this.summary(ctx, type)),
      schema: typeSchema(type, type.fields),
    };
  }

  private async summary(ctx: Ctx, type: ShownType): Promise<ContentTypeSummaryDto> {
    const can = { create: (await this.mayAdd(ctx, type)) && type.rules.creatable !== false };
    return { ...summariseType(type), category: type.category, can };
  }

  /** Settings are there from the beginning: nobody adds any. */
  private mayAdd(ctx: Ctx, { category, name }: ShownType): Promise<boolean> | boolean {
    if (category === 'settings') return false;
    if (category === 'page') return this.policy.can(ctx, 'page.add');
    return this.policy.can(ctx, 'snippet.add', { kind: 'type', name });
  }
}

type ShownType = ContentType & { readonly category: 'page' | 'snippet' | 'settings' };

function isShown(type: ContentType): type is ShownType {
  return type.category === 'page' || type.category === 'snippet' || type.category === 'settings';
}
