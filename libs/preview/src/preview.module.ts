import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PreviewContent } from './contents/preview-content.entity.js';
import { PreviewContents } from './contents/preview-contents.js';
import { PagePreviewController } from './http/page-preview.controller.js';
import { RecordPreviewController } from './http/record-preview.controller.js';
import { OfferPagePreview } from './pages/offer-page-preview.js';
import { PagePreviews } from './pages/page-previews.js';
import { PreviewFrames } from './preview-frames.js';
import { PreviewOffers } from './preview-offers.js';
import { PreviewConfig, type PreviewOptions } from './preview.options.js';
import { Previews } from './previews.js';
import { OfferSnippetPreview } from './snippets/offer-snippet-preview.js';
import { SnippetPreviews } from './snippets/snippet-previews.js';
import { SourceValues } from './source-values.js';
import { PreviewTokens } from './tokens/preview-tokens.js';

const providers = [
  PreviewContents, PreviewTokens, PreviewOffers, SourceValues, PagePreviews, SnippetPreviews, OfferPagePreview,
  OfferSnippetPreview, Previews, PreviewFrames,
]; // prettier-ignore

/** Looking at drafts in the frontend. */
@Global()
@Module({})
export class PreviewModule {
  static forRoot(options: PreviewOptions = {}): DynamicModule {
    return {
      module: PreviewModule,
      imports: [TypeOrmModule.forFeature([PreviewContent])],
      controllers: [PagePreviewController, RecordPreviewController],
      providers: [{ provide: PreviewConfig, useValue: new PreviewConfig(options) }, ...providers],
      exports: [Previews, PreviewFrames],
    };
  }
}
