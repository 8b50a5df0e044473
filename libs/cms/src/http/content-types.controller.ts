import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Authenticated, CurrentCtx, Policy } from '@pipit/access';
import { ContentTypes, summariseType, typeSchema, type ContentType, type TypeDescriptor } from '@pipit/content-types';
import { notFound, type Ctx } from '@pipit/kernel';
import { describeModel } from '@pipit/models';
import { PageTypes } from '@pipit/pages';
import { ListDescriptions, RecordAccess, RecordSources } from '@pipit/records';
import { SettingsTypes } from '@pipit/settings';
import { SnippetTypes } from '@pipit/snippets';
import {
  ContentTypeDto,
  ContentTypeListDto,
  ContentTypeSummaryDto,
  type TypePermissionsDto,
} from './content-type.dto.js';

@ApiTags('Content types')
@Controller('api/admin/v1/content-types')
export class ContentTypesController {
  constructor(
    private readonly types: ContentTypes,
    private readonly pageTypes: PageTypes,
    private readonly snippetTypes: SnippetTypes,
    private readonly settingsTypes: SettingsTypes,
    private readonly sources: RecordSources,
    private readonly lists: ListDescriptions,
    private readonly access: RecordAccess,
    private readonly policy: Policy,
  ) {}

  /** All declared types of pages, snippets and settings, and the managed entities. */
  @Get()
  @Authenticated()
  @ApiOkResponse({ type: ContentTypeListDto })
  async list(@CurrentCtx() ctx: Ctx): Promise<ContentTypeListDto> {
    const types = SHOWN.flatMap((category) => this.types.all(category));
    const all = [...this.pageTypes.all(), ...types.filter(({ category }) => category !== 'page')];
    return { items: await Promise.all(all.filter(isShown).map((type) => this.summary(ctx, type))) };
  }

  /** One type with its fields, the arrangement of its form, its rules and its list. */
  @Get(':name')
  @Authenticated()
  @ApiOkResponse({ type: ContentTypeDto })
  async get(@CurrentCtx() ctx: Ctx, @Param('name') name: string): Promise<ContentTypeDto> {
    const type = this.pageTypes.find(name) ?? this.types.find(name);
    if (!type || !isShown(type)) throw notFound(`There is no content type “${name}”.`);
    const list = this.sources.find(name) ? await this.lists.of(ctx, type) : null;
    return {
      ...this.describe(type),
      ...(await this.summary(ctx, type)),
      ...(list ? { list } : {}),
      schema: typeSchema(type, type.fields),
    };
  }

  private describe(type: ShownType): TypeDescriptor {
    const owners = { page: this.pageTypes, snippet: this.snippetTypes, settings: this.settingsTypes };
    return type.category === 'model' ? describeModel(type) : owners[type.category].describe(type);
  }

  private async summary(ctx: Ctx, type: ShownType): Promise<ContentTypeSummaryDto> {
    return { ...summariseType(type), category: type.category, can: await this.permissions(ctx, type) };
  }

  private async permissions(ctx: Ctx, type: ShownType): Promise<TypePermissionsDto> {
    if (type.category === 'page') {
      const may = (verb: string): Promise<boolean> => this.policy.can(ctx, `page.${verb}`);
      const [add, edit, remove] = [await may('add'), await may('edit'), await may('delete')];
      return { view: true, create: add && type.rules.creatable !== false, edit: edit || add, delete: remove };
    }
    if (type.category === 'settings') {
      const edit = await this.policy.can(ctx, 'settings.edit', this.settingsTypes.anywhere(type));
      // Settings are there from the beginning: nobody adds any, and they stay.
      return { view: edit, create: false, edit, delete: false };
    }
    const { view, create, edit, delete: remove } = await this.access.of(ctx, type);
    return { view, create, edit, delete: remove };
  }
}

const SHOWN = ['page', 'snippet', 'settings', 'model'] as const;

type ShownType = ContentType & { readonly category: (typeof SHOWN)[number] };

function isShown(type: ContentType): type is ShownType {
  return (SHOWN as readonly string[]).includes(type.category);
}
