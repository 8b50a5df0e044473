import {
  CharField,
  ChildItems,
  ChoiceField,
  DateField,
  type Image,
  ImageField,
  ItemType,
  PageContent,
  PageType,
  RichTextField,
  TimeField,
  UrlField,
} from '@pipit/cms';
import type { Relation } from 'typeorm';
import { CAROUSEL_API, CarouselItem, LinkedItem, RELATED_LINK_API, RelatedLink } from './links.js';

const AUDIENCES = [
  { value: 'public', label: 'Public' },
  { value: 'private', label: 'Private' },
];

@ItemType({ app: 'demosite', api: CAROUSEL_API })
export class EventPageCarouselItem extends CarouselItem {}

@ItemType({ app: 'demosite', api: RELATED_LINK_API })
export class EventPageRelatedLink extends RelatedLink {}

@ItemType({ app: 'demosite', api: { fields: ['first_name', 'last_name', 'image'] } })
export class EventPageSpeaker extends LinkedItem {
  @CharField({ maxLength: 255 }) first_name!: string;
  @CharField({ maxLength: 255 }) last_name!: string;
  @ImageField() image!: Relation<Image> | null;
}

@PageType<EventPage>({
  app: 'demosite',
  icon: 'calendar',
  tabs: {
    Content: [
      { row: ['date_from', 'date_to'] },
      { row: ['time_from', 'time_to'] },
      'location',
      'audience',
      'cost',
      'signup_link',
      'body',
    ],
  },
  api: {
    fields: [
      'date_from',
      'date_to',
      'time_from',
      'time_to',
      'audience',
      'location',
      'body',
      'cost',
      'signup_link',
      'feed_image',
      'carousel_items',
      'related_links',
      'speakers',
    ],
  },
})
export class EventPage extends PageContent {
  @DateField({ label: 'Start date', required: 'to-publish' }) date_from!: string | null;
  @DateField({ label: 'End date' }) date_to!: string | null;
  @TimeField({ label: 'Start time' }) time_from!: string | null;
  @TimeField({ label: 'End time' }) time_to!: string | null;
  @ChoiceField({ of: AUDIENCES, required: 'to-publish', search: true }) audience!: string;
  @CharField({ maxLength: 255, required: 'to-publish', search: true }) location!: string;
  @RichTextField({ search: true }) body!: string;
  @CharField({ maxLength: 255, required: 'to-publish' }) cost!: string;
  @UrlField() signup_link!: string;
  @ImageField() feed_image!: Relation<Image> | null;
  @ChildItems(() => EventPageCarouselItem) carousel_items!: EventPageCarouselItem[];
  @ChildItems(() => EventPageRelatedLink) related_links!: EventPageRelatedLink[];
  @ChildItems(() => EventPageSpeaker) speakers!: EventPageSpeaker[];
}

@ItemType({ app: 'demosite', api: RELATED_LINK_API })
export class EventIndexPageRelatedLink extends RelatedLink {}

@PageType<EventIndexPage>({ app: 'demosite', icon: 'list', api: { fields: ['intro', 'related_links'] } })
export class EventIndexPage extends PageContent {
  @RichTextField({ search: true }) intro!: string;
  @ChildItems(() => EventIndexPageRelatedLink) related_links!: EventIndexPageRelatedLink[];
}
