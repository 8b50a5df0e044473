import { ChildItems, type Image, ImageField, ItemType, PageContent, PageType, RichTextField } from '@pipit/cms';
import type { Relation } from 'typeorm';
import { CAROUSEL_API, CarouselItem, RELATED_LINK_API, RelatedLink } from './links.js';

@ItemType({ app: 'demosite', api: CAROUSEL_API })
export class HomePageCarouselItem extends CarouselItem {}

@ItemType({ app: 'demosite', api: RELATED_LINK_API })
export class HomePageRelatedLink extends RelatedLink {}

@PageType<HomePage>({ app: 'demosite', icon: 'home', api: { fields: ['body', 'carousel_items', 'related_links'] } })
export class HomePage extends PageContent {
  @RichTextField({ search: true }) body!: string;
  @ChildItems(() => HomePageCarouselItem) carousel_items!: HomePageCarouselItem[];
  @ChildItems(() => HomePageRelatedLink) related_links!: HomePageRelatedLink[];
}

@ItemType({ app: 'demosite', api: CAROUSEL_API })
export class StandardPageCarouselItem extends CarouselItem {}

@ItemType({ app: 'demosite', api: RELATED_LINK_API })
export class StandardPageRelatedLink extends RelatedLink {}

@PageType<StandardPage>({
  app: 'demosite',
  icon: 'file-text',
  api: { fields: ['intro', 'body', 'feed_image', 'carousel_items', 'related_links'] },
})
export class StandardPage extends PageContent {
  @RichTextField({ search: true }) intro!: string;
  @RichTextField({ search: true }) body!: string;
  @ImageField() feed_image!: Relation<Image> | null;
  @ChildItems(() => StandardPageCarouselItem) carousel_items!: StandardPageCarouselItem[];
  @ChildItems(() => StandardPageRelatedLink) related_links!: StandardPageRelatedLink[];
}

@ItemType({ app: 'demosite', api: RELATED_LINK_API })
export class StandardIndexPageRelatedLink extends RelatedLink {}

@PageType<StandardIndexPage>({
  app: 'demosite',
  icon: 'folder',
  api: { fields: ['intro', 'feed_image', 'related_links'] },
})
export class StandardIndexPage extends PageContent {
  @RichTextField({ search: true }) intro!: string;
  @ImageField() feed_image!: Relation<Image> | null;
  @ChildItems(() => StandardIndexPageRelatedLink) related_links!: StandardIndexPageRelatedLink[];
}
