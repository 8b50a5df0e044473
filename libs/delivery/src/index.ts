/** The public content API. */
export { ContentApi, type Asked } from './content-api.js';
export { AllowedRenditions, type NamedRendition } from './model/allowed-renditions.js';
export { PublicAnswers } from './cache/public-answers.js';
export { DeliveryModule } from './delivery.module.js';
export { DEFAULT_DELIVERY_OPTIONS, DELIVERY_OPTIONS, type CoreType, type DeliveryOptions } from './options.js';
export { ContentOpenApiDocument, type ContentOpenApi } from './schema/open-api.js';
export { defineLookupProvider, type Lookup } from './represent/lookups.js';
