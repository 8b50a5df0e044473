import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ApiProblems, CurrentCtx, IdParam, RequirePermission, Unrepeatable } from '@pipit/access';
import { badRequest, invalid, notFound, tooLarge, type Ctx } from '@pipit/kernel';
import { noPreview } from '../errors.js';
import { OfferPagePreview } from '../pages/offer-page-preview.js';
import type { PreviewOffer } from '../preview-offers.js';
import { EditorOrigin } from './editor-origin.js';
import { NewPagePreviewDto, PreviewDto, PreviewOfferDto, wishOf } from './preview.dto.js';

@ApiTags('Pages')
@Controller('api/admin/v1/pages')
@ApiProblems(badRequest, notFound, tooLarge, invalid, noPreview)
// What was answered once is not kept: it holds a token.
@Unrepeatable()
export class PagePreviewController {
  constructor(private readonly previews: OfferPagePreview) {}

  /** Offers a look at a page that is not created yet, as far as its form is filled in. */
  @Post('preview')
  @HttpCode(200)
  @RequirePermission('page.add')
  @ApiOkResponse({ type: PreviewOfferDto })
  async previewNew(
    @CurrentCtx() ctx: Ctx,
    @Body() body: NewPagePreviewDto,
    @EditorOrigin() origin: string | null,
  ): Promise<PreviewOfferDto> {
    return answer(await this.previews.runNew(ctx, body, origin));
  }

  /** Offers a look at a page as it would be once published: its draft, or values that are not saved yet. */
  @Post(':id/preview')
  @HttpCode(200)
  @RequirePermission('page.edit', 'page.add', 'page.publish')
  @ApiOkResponse({ type: PreviewOfferDto })
  async preview(
    @CurrentCtx() ctx: Ctx,
    @IdParam() id: number,
    @Body() body: PreviewDto,
    @EditorOrigin() origin: string | null,
  ): Promise<PreviewOfferDto> {
    return answer(await this.previews.run(ctx, id, wishOf(body), origin));
  }
}

/** The offer as it is sent. */
export function answer({ expiresAt, ...offer }: PreviewOffer): PreviewOfferDto {
  return { ...offer, expiresAt: expiresAt.toISOString() };
}
