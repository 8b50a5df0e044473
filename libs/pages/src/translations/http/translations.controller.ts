import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ApiProblems, Authenticated, CurrentCtx, IdParam, RequirePermission } from '@pipit/access';
import type { Ctx } from '@pipit/kernel';
import { translationExists } from '../errors.js';
import { MissingTranslations } from '../missing-translations.js';
import { PageTranslations } from '../page-translations.js';
import { TranslatePage } from '../translate-page.action.js';
import {
  MissingTranslationListDto,
  MissingTranslationsQueryDto,
  TranslatedPageListDto,
  TranslatePageDto,
  TranslationProgressListDto,
  TranslationStateListDto,
} from './translations.dto.js';

@ApiTags('Translations')
@Controller('api/admin/v1')
export class TranslationsController {
  constructor(
    private readonly translatePage: TranslatePage,
    private readonly translations: PageTranslations,
    private readonly missing: MissingTranslations,
  ) {}

  /** Makes drafts in other languages: the same content, to be translated. 409 when the page is there already. */
  @Post('pages/:id/translate')
  @RequirePermission('page.add')
  @ApiProblems(translationExists)
  @ApiCreatedResponse({ type: TranslatedPageListDto })
  async translate(
    @CurrentCtx() ctx: Ctx,
    @IdParam() id: number,
    @Body() { locales, subtree = false, parents = 'aliases', alias = false }: TranslatePageDto,
  ): Promise<TranslatedPageListDto> {
    const made = await this.translatePage.run(ctx, { pageId: id, locales, subtree, parents, alias });
    return { items: made.map(({ locale, page, pages }) => ({ locale, id: page.id, title: page.draftTitle, pages })) };
  }

  /** What there is of the page in each language, the default one first. */
  @Get('pages/:id/translations')
  @Authenticated()
  @ApiOkResponse({ type: TranslationStateListDto })
  async of(@CurrentCtx() ctx: Ctx, @IdParam() id: number): Promise<TranslationStateListDto> {
    return { items: await this.translations.states(ctx, id) };
  }

  /** Pages that one language lacks, or has in an older form, among those the caller works with. */
  @Get('reports/missing-translations')
  @Authenticated()
  @ApiOkResponse({ type: MissingTranslationListDto })
  report(
    @CurrentCtx() ctx: Ctx,
    @Query() { limit = 50, offset = 0, ...query }: MissingTranslationsQueryDto,
  ): Promise<MissingTranslationListDto> {
    return this.missing.find(ctx, { ...query, limit, offset });
  }

  /** How far each language is. */
  @Get('reports/translation-progress')
  @Authenticated()
  @ApiOkResponse({ type: TranslationProgressListDto })
  async progress(@CurrentCtx() ctx: Ctx): Promise<TranslationProgressListDto> {
    return { items: await this.missing.progress(ctx) };
  }
}
