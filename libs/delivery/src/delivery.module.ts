import { Global, Module, type DynamicModule } from '@nestjs/common';
import { AnswerKeys } from './cache/answer-keys.js';
import { ChangeFeed } from './cache/change-feed.js';
import { ChangeTriggers } from './cache/change-triggers.js';
import { PublicAnswers } from './cache/public-answers.js';
import { SiteMaps } from './cache/site-maps.js';
import { WatchedTables } from './cache/watched-tables.js';
import { ContentApi } from './content-api.js';
import { Endpoints } from './endpoints/all-endpoints.js';
import { CacheHook } from './http/cache-hook.js';
import { ContentApiController } from './http/content-api.controller.js';
import { DocsController } from './http/docs.controller.js';
import { OpenApiController } from './http/open-api.controller.js';
import { PublicView } from './http/public-view.js';
import { ReaderAccessController } from './http/reader-access.controller.js';
import { AllowedRenditions } from './model/allowed-renditions.js';
import { ApiModels } from './model/api-models.js';
import { completeOptions, DELIVERY_OPTIONS, type DeliveryOptions } from './options.js';
import { ContentOpenApiDocument } from './schema/open-api.js';
import { PreviewApi } from './preview/preview-api.js';
import { Cursors } from './query/cursors.js';
import { ContentReader } from './query/content-reader.js';

/** The public content API. */
@Global()
@Module({})
export class DeliveryModule {
  static forRoot(options?: Partial<DeliveryOptions>): DynamicModule {
    return {
      module: DeliveryModule,
      controllers: [OpenApiController, DocsController, ReaderAccessController, ContentApiController],
      providers: [
        { provide: DELIVERY_OPTIONS, useValue: completeOptions(options) },
        ApiModels,
        Endpoints,
        AllowedRenditions,
        ContentReader,
        Cursors,
        ContentApi,
        PreviewApi,
        ContentOpenApiDocument,
        WatchedTables,
        ChangeTriggers,
        ChangeFeed,
        SiteMaps,
        PublicAnswers,
        AnswerKeys,
        PublicView,
        CacheHook,
      ],
      exports: [ContentApi, ContentOpenApiDocument, DELIVERY_OPTIONS],
    };
  }
}
