import { Body, Controller, Delete, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Authenticated, CurrentCtx, IdParam, Policy, RequirePermission } from '@pipit/access';
import type { Ctx } from '@pipit/kernel';
import { CreateLocale } from '../actions/create-locale.action.js';
import { DeleteLocale } from '../actions/delete-locale.action.js';
import { EditLocale } from '../actions/edit-locale.action.js';
import type { Locale } from '../locale.entity.js';
import { Locales } from '../locales.js';
import { CreateLocaleDto, EditLocaleDto, LocaleDto, LocaleListDto } from './locale.dto.js';

@ApiTags('Locales')
@Controller('api/admin/v1/locales')
export class LocalesController {
  constructor(
    private readonly locales: Locales,
    private readonly policy: Policy,
    private readonly createLocale: CreateLocale,
    private readonly editLocale: EditLocale,
    private readonly deleteLocale: DeleteLocale,
  ) {}

  /** The languages of content, the default one first. */
  @Get()
  @Authenticated()
  @ApiOkResponse({ type: LocaleListDto })
  async list(@CurrentCtx() ctx: Ctx): Promise<LocaleListDto> {
    const all = await this.locales.all(ctx);
    const can = (permission: string): Promise<boolean> => this.policy.can(ctx, permission);
    return {
      items: all.map((locale) => printed(locale, all)),
      can: { add: await can('locale.add'), edit: await can('locale.edit'), delete: await can('locale.delete') },
    };
  }

  /** Adds a language. */
  @Post()
  @RequirePermission('locale.add')
  @ApiCreatedResponse({ type: LocaleDto })
  async create(@CurrentCtx() ctx: Ctx, @Body() body: CreateLocaleDto): Promise<LocaleDto> {
    const locale = await this.createLocale.run(ctx, { name: '', fallback: null, isDefault: false, ...body });
    return printed(locale, await this.locales.all(ctx));
  }

  /** Changes a language. */
  @Patch(':id')
  @RequirePermission('locale.edit')
  @ApiOkResponse({ type: LocaleDto })
  async edit(@CurrentCtx() ctx: Ctx, @IdParam() id: number, @Body() body: EditLocaleDto): Promise<LocaleDto> {
    const locale = await this.editLocale.run(ctx, { ...body, localeId: id });
    return printed(locale, await this.locales.all(ctx));
  }

  /** Removes a language. 409 while content is written in it. */
  @Delete(':id')
  @HttpCode(204)
  @RequirePermission('locale.delete')
  @ApiNoContentResponse()
  delete(@CurrentCtx() ctx: Ctx, @IdParam() id: number): Promise<void> {
    return this.deleteLocale.run(ctx, { localeId: id });
  }
}

function printed({ id, code, name, isDefault, fallbackId }: Locale, all: readonly Locale[]): LocaleDto {
  return { id, code, name, isDefault, fallback: all.find((locale) => locale.id === fallbackId)?.code ?? null };
}
