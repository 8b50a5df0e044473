import {
  BooleanField, CharField, ChildItem, ChildItems, ChoiceField, DateField, DateTimeField, DecimalField, DurationField, IntegerField, ItemType,
  MultipleChoiceField, PageLinkField, PageType, SnippetLinkField, SnippetsField, StreamField, TagField, TextField, TimeField, UrlField,
  type Page, type Tag, type ValueOf,
} from '@pipit/cms'; // prettier-ignore
import type { Relation } from 'typeorm';
import { body } from './body.js';
import { StationPage } from './mountain-pages.js';
import { PicturePage } from './picture-page.js';
import { Category, Person } from './snippets.js';

@PageType<EventPage>({
  app: 'demo',
  icon: 'calendar-event',
  label: 'Event',
  children: () => [],
  tabs: {
    Content: ['intro', 'picture', 'body'],
    'When and where': [{ row: ['startsAt', 'lasts', 'doorsOpen'] }, 'place', 'host'],
    Booking: [{ row: ['price', 'places', 'status'] }, 'audiences', { row: ['bookable', 'bookingUrl'] }],
  },
})
export class EventPage extends PicturePage {
  @TextField({ search: true }) intro!: string;
  @DateTimeField({ required: 'to-publish' }) startsAt!: Date | null;
  @DurationField() lasts!: string | null;
  @TimeField() doorsOpen!: string | null;
  @PageLinkField({ types: () => [StationPage] }) place!: Relation<Page> | null;
  @DecimalField({ precision: 8, scale: 2, min: '0' }) price!: string | null;
  @IntegerField({ min: 1 }) places!: number | null;
  @BooleanField() bookable!: boolean;
  @UrlField() bookingUrl!: string;
  @ChoiceField({ of: ['open', 'few-left', 'full', 'cancelled', 'over'], default: 'open' }) status!: string;
  @MultipleChoiceField({ of: ['everyone', 'families', 'adults', 'members'] }) audiences!: string[];
  @SnippetLinkField(() => Person) host!: Relation<Person> | null;
  @StreamField(body, { search: true }) body!: ValueOf<typeof body>;
}

/** A page to read next, and why. */
@ItemType({ app: 'demo' })
export class RelatedPage extends ChildItem {
  @PageLinkField() page!: Relation<Page> | null;
  @CharField({ maxLength: 120 }) why!: string;
}

@PageType<ArticlePage>({
  app: 'demo',
  icon: 'pencil',
  label: 'Logbook entry',
  labelPlural: 'Logbook entries',
  children: () => [],
  tabs: {
    Content: ['subtitle', 'picture', 'body'],
    About: [{ row: ['date', 'minutes'] }, 'authors', 'category', 'tags', 'related'],
  },
})
export class ArticlePage extends PicturePage {
  @CharField({ maxLength: 200, search: true }) subtitle!: string;
  @DateField({ required: 'to-publish' }) date!: string | null;
  @IntegerField({ min: 1, label: 'Minutes to read' }) minutes!: number | null;
  @SnippetsField(() => Person) authors!: Person[];
  @SnippetLinkField(() => Category) category!: Relation<Category> | null;
  @TagField() tags!: Tag[];
  @ChildItems(() => RelatedPage) related!: RelatedPage[];
  @StreamField(body, { search: true }) body!: ValueOf<typeof body>;
}
