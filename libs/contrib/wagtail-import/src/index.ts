/** Takes over the content of a Wagtail site from a Django `dumpdata` file. */
export type { ImportMapping, Reason, TaggingMapping } from './mapping/import-mapping.js';
export { SNIPPET_STATE_FIELDS, WAGTAIL_LEFTOVER_FIELDS, WAGTAIL_LEFTOVER_MODELS } from './mapping/wagtail-leftovers.js';
