import { PageContent, PageType, RichTextField } from '@pipit/cms';
import { highlight } from '../plugin/highlight.js';
import { RatingField } from '../plugin/rating.js';

/** What only an extension of the editor makes editable. */
@PageType<PluginCatalogue>({
  app: 'catalogue',
  icon: 'puzzle',
  tabs: { Content: ['words', { panel: 'tally', options: { of: 'stars' } }] },
})
export class PluginCatalogue extends PageContent {
  @RichTextField({ features: ['bold', highlight] }) words!: string;
  @RatingField({ of: 3 }) stars!: number | null;
}
