import {
  BooleanField, CharField, ChildItem, ChildItems, ChoiceField, CollectionField, DateField, ImageField, IntegerField, ItemType, PageContent,
  PageLinkField, PageType, RichTextField, SnippetLinkField, StreamField, TextField, type Collection, type Image, type Page, type ValueOf,
} from '@pipit/cms'; // prettier-ignore
import type { Relation } from 'typeorm';
import { body } from './body.js';
import { PicturePage } from './picture-page.js';
import { Person } from './snippets.js';

/** One arch of the home page. */
@ItemType({ app: 'demo' })
export class HomeFeature extends ChildItem {
  @PageLinkField() page!: Relation<Page> | null;
  @TextField({ maxLength: 200 }) teaser!: string;
  @ImageField() picture!: Relation<Image> | null;
}

@PageType<HomePage>({
  app: 'demo',
  icon: 'home',
  tabs: {
    Content: [
      'tagline', 'picture', 'intro',
      { heading: 'Button', fields: [{ row: ['callToActionLabel', 'callToActionPage'] }] },
      { heading: 'Season', fields: [{ row: ['seasonOpens', 'seasonCloses'] }, 'showLine'] },
      'features', 'body',
    ],
  },
}) // prettier-ignore
export class HomePage extends PicturePage {
  @CharField({ maxLength: 120, required: 'to-publish', search: true }) tagline!: string;
  @RichTextField({ features: ['bold', 'italic', 'link'], search: true }) intro!: string;
  @CharField({ maxLength: 60, label: 'Words on the button' }) callToActionLabel!: string;
  @PageLinkField({ label: 'Page behind the button' }) callToActionPage!: Relation<Page> | null;
  @DateField() seasonOpens!: string | null;
  @DateField() seasonCloses!: string | null;
  @BooleanField({ label: 'Draw the line', default: true }) showLine!: boolean;
  @ChildItems(() => HomeFeature, { max: 3 }) features!: HomeFeature[];
  @StreamField(body, { search: true }) body!: ValueOf<typeof body>;
}

@PageType<SectionPage>({ app: 'demo', icon: 'layout-list', label: 'Section' })
export class SectionPage extends PicturePage {
  @TextField({ search: true }) intro!: string;
  @ChoiceField({
    label: 'How its pages are shown',
    default: 'cards',
    of: [
      { value: 'cards', label: 'Cards' },
      { value: 'stations', label: 'Stations along the line' },
      { value: 'plants', label: 'Plants with their months' },
      { value: 'events', label: 'Events by date' },
      { value: 'articles', label: 'Logbook, newest first' },
    ],
  })
  listing!: string;
  @IntegerField({ min: 1, max: 20, default: 12, label: 'Entries on one page' }) pageSize!: number | null;
  @StreamField(body, { search: true }) body!: ValueOf<typeof body>;
}

@PageType<StandardPage>({ app: 'demo', icon: 'file-text', label: 'Page' })
export class StandardPage extends PicturePage {
  @TextField({ search: true }) intro!: string;
  @StreamField(body, { search: true }) body!: ValueOf<typeof body>;
  @RichTextField({ features: ['bold', 'italic', 'link'], label: 'In the margin' }) aside!: string;
  @SnippetLinkField(() => Person) contact!: Relation<Person> | null;
}

@PageType<GalleryPage>({ app: 'demo', icon: 'photo', children: () => [] })
export class GalleryPage extends PageContent {
  @TextField({ search: true }) intro!: string;
  @CollectionField({ help: 'Every picture in it is shown.' }) collection!: Relation<Collection> | null;
  @IntegerField({ min: 1, max: 4, default: 3 }) columns!: number | null;
}
