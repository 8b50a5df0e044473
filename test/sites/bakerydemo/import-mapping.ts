import {
  SNIPPET_STATE_FIELDS,
  WAGTAIL_LEFTOVER_FIELDS,
  WAGTAIL_LEFTOVER_MODELS,
  type ImportMapping,
} from '@pipit/contrib/wagtail-import';

/** How the bakerydemo export maps to the types of this folder. */
export const importMapping: ImportMapping = {
  owners: { 'locations.locationoperatinghours': 'location' },
  taggings: { 'blog.blogpagetag': { owner: 'blog.BlogPage', field: 'tags' } },
  skippedModels: {
    ...WAGTAIL_LEFTOVER_MODELS,
    'base.genericsettings': 'There are no settings yet.',
    'base.sitesettings': 'There are no settings yet.',
  },
  skippedFields: {
    ...WAGTAIL_LEFTOVER_FIELDS,
    'base.footertext': { ...SNIPPET_STATE_FIELDS, locale: 'Snippets have no translations yet.' },
    'base.person': SNIPPET_STATE_FIELDS,
    'breads.breadingredient': SNIPPET_STATE_FIELDS,
    'wagtailcore.revision': {
      ...WAGTAIL_LEFTOVER_FIELDS['wagtailcore.revision'],
      'content.lead__title': 'A field the type no longer had when the site was exported.',
    },
  },
};
