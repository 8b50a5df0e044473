import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ApiProblems, CurrentCtx, IdParam, RequirePermission, Unrepeatable } from '@pipit/access';
import { badRequest, invalid, notFound, tooLarge, type Ctx } from '@pipit/kernel';
import { noPreview } from '../errors.js';
import { OfferSnippetPreview } from '../snippets/offer-snippet-preview.js';
import { EditorOrigin } from './editor-origin.js';
import { answer } from './page-preview.controller.js';
import { NewRecordPreviewDto, PreviewDto, PreviewOfferDto, wishOf } from './preview.dto.js';

/** Only types with drafts that declare preview modes can be looked at. */
@ApiTags('Records')
@Controller('api/admin/v1/records/:type')
@ApiProblems(badRequest, notFound, tooLarge, invalid, noPreview)
// What was answered once is not kept: it holds a token.
@Unrepeatable()
export class RecordPreviewController {
  constructor(private readonly previews: OfferSnippetPreview) {}

  /** Offers a look at a row that is not created yet, as far as its form is filled in. */
  @Post('preview')
  @HttpCode(200)
  @RequirePermission('snippet.add')
  @ApiOkResponse({ type: PreviewOfferDto })
  async previewNew(
    @CurrentCtx() ctx: Ctx,
    @Param('type') type: string,
    @Body() body: NewRecordPreviewDto,
    @EditorOrigin() origin: string | null,
  ): Promise<PreviewOfferDto> {
    return answer(await this.previews.runNew(ctx, type, body, origin));
  }

  /** Offers a look at a row as it would be once published: its draft, or values that are not saved yet. */
  @Post(':id/preview')
  @HttpCode(200)
  @RequirePermission('snippet.view', 'snippet.edit', 'snippet.add', 'snippet.publish', 'snippet.delete')
  @ApiOkResponse({ type: PreviewOfferDto })
  async preview(
    @CurrentCtx() ctx: Ctx,
    @Param('type') type: string,
    @IdParam() id: number,
    @Body() body: PreviewDto,
    @EditorOrigin() origin: string | null,
  ): Promise<PreviewOfferDto> {
    return answer(await this.previews.run(ctx, type, id, wishOf(body), origin));
  }
}
