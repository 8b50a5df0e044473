import type { Slice } from '../slice.js';
import { CountFacets } from './count-facets.js';
import { DocumentFacetsController } from './document-facets.controller.js';
import { ImageFacetsController } from './image-facets.controller.js';

/** What lists can be narrowed by, and how much there is of each. */
export const FACETS: Slice = {
  controllers: [ImageFacetsController, DocumentFacetsController],
  providers: [CountFacets],
};
