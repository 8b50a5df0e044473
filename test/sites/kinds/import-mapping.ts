import { WAGTAIL_LEFTOVER_FIELDS, WAGTAIL_LEFTOVER_MODELS, type ImportMapping } from '@pipit/contrib/wagtail-import';

/** How the kinds export maps to the types of this folder. */
export const importMapping: ImportMapping = {
  taggings: { 'kinds.kindstag': { owner: 'kinds.KindsPage', field: 'tags' } },
  skippedModels: WAGTAIL_LEFTOVER_MODELS,
  skippedFields: WAGTAIL_LEFTOVER_FIELDS,
};
