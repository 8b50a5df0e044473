import {
  ChildItems,
  DateField,
  type Image,
  ImageField,
  ItemType,
  PageContent,
  PageType,
  RenditionField,
  RichTextField,
  type Tag,
  TagField,
} from '@pipit/cms';
import type { Relation } from 'typeorm';
import { CAROUSEL_API, CarouselItem, RELATED_LINK_API, RelatedLink } from './links.js';

@ItemType({ app: 'demosite', api: CAROUSEL_API })
export class BlogEntryPageCarouselItem extends CarouselItem {}

@ItemType({ app: 'demosite', api: RELATED_LINK_API })
export class BlogEntryPageRelatedLink extends RelatedLink {}

@PageType<BlogEntryPage>({
  app: 'demosite',
  icon: 'pencil',
  api: {
    fields: ['body', 'tags', 'date', 'feed_image', 'feed_image_thumbnail', 'carousel_items', 'related_links'],
  },
})
export class BlogEntryPage extends PageContent {
  @RichTextField({ required: 'to-publish', search: true }) body!: string;
  @DateField({ required: 'to-publish' }) date!: string | null;
  @ImageField() feed_image!: Relation<Image> | null;
  @TagField() tags!: Tag[];
  @ChildItems(() => BlogEntryPageCarouselItem) carousel_items!: BlogEntryPageCarouselItem[];
  @ChildItems(() => BlogEntryPageRelatedLink) related_links!: BlogEntryPageRelatedLink[];
  @RenditionField('fill-300x300', { source: 'feed_image' }) feed_image_thumbnail!: unknown;
}

@ItemType({ app: 'demosite', api: RELATED_LINK_API })
export class BlogIndexPageRelatedLink extends RelatedLink {}

@PageType<BlogIndexPage>({ app: 'demosite', icon: 'list', api: { fields: ['intro', 'related_links'] } })
export class BlogIndexPage extends PageContent {
  @RichTextField({ search: true }) intro!: string;
  @ChildItems(() => BlogIndexPageRelatedLink) related_links!: BlogIndexPageRelatedLink[];
}
