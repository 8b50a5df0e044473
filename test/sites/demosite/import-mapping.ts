import { WAGTAIL_LEFTOVER_FIELDS, WAGTAIL_LEFTOVER_MODELS, type ImportMapping } from '@pipit/contrib/wagtail-import';

/** How the demosite export maps to the types of this folder. */
export const importMapping: ImportMapping = {
  taggings: { 'demosite.blogentrypagetag': { owner: 'demosite.BlogEntryPage', field: 'tags' } },
  skippedModels: WAGTAIL_LEFTOVER_MODELS,
  skippedFields: WAGTAIL_LEFTOVER_FIELDS,
  missingFiles: ['original_images/wagtail_collects_insects_by_Maggi_94.jpg'],
};
