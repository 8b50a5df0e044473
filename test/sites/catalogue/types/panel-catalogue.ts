import { CharField, DateField, IntegerField, PageContent, PageType, TextField, UrlField } from '@pipit/cms';
import { CatalogueHome } from './catalogue-home.js';

/** Every sort of panel. */
@PageType<PanelCatalogue>({
  description: 'Panels of every sort, and what a page type can say about itself.',
  parents: () => [CatalogueHome],
  maxCount: 400,
  maxCountPerParent: 200,
  defaultPrivacy: 'public',
  previewModes: [
    { name: 'page', label: 'Page' },
    { name: 'card', label: 'Card in lists' },
  ],
  childOrder: '-latestRevisionCreatedAt',
  app: 'catalogue',
  icon: 'forms',
  tabs: {
    Essentials: [
      { help: 'What is written here stands on the sign at the gate.' },
      { row: ['opens', 'closes', 'places'] },
      { heading: 'Contact', icon: 'phone', help: 'One of the two is enough.', fields: [{ row: ['phone', 'website'] }] },
      { heading: 'Small print', collapsed: true, fields: ['conditions', 'imprint'] },
    ],
    Inside: [{ help: 'Only the staff sees this part.', tone: 'warning' }, 'notes'],
  },
  side: [{ heading: 'Teaser', fields: ['teaser', 'order'] }, 'reference'],
})
export class PanelCatalogue extends PageContent {
  @DateField() opens!: string | null;
  @DateField() closes!: string | null;
  @IntegerField() places!: number | null;
  @CharField() phone!: string;
  @UrlField() website!: string;
  @TextField() conditions!: string;
  @CharField({ required: 'to-publish' }) imprint!: string;
  @TextField({ required: 'to-publish' }) notes!: string;
  @TextField({ maxLength: 160 }) teaser!: string;
  @IntegerField({ label: 'Place in lists' }) order!: number | null;
  @CharField({ unique: true, help: 'No two pages have the same.' }) reference!: string;
  @CharField({ readOnly: true, default: 'PIPIT-1' }) number!: string;
}
