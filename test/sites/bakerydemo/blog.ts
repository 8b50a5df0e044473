import {
  CharField,
  ChildItem,
  ChildItems,
  DateField,
  type Image,
  ImageField,
  ItemType,
  OwnerField,
  PageContent,
  PageType,
  RenditionField,
  SnippetLinkField,
  StreamField,
  type Tag,
  TagField,
  TextField,
  type ValueOf,
} from '@pipit/cms';
import type { Relation } from 'typeorm';
import { Person } from './base-snippets.js';
import { baseStream } from './blocks.js';

@ItemType({ app: 'blog', api: { fields: ['page', 'person'] } })
export class BlogPersonRelationship extends ChildItem {
  @SnippetLinkField(() => Person, { onDelete: 'CASCADE' }) person!: Relation<Person> | null;
  @OwnerField() page!: unknown;
}

@PageType<BlogPage>({
  app: 'blog',
  icon: 'pencil',
  parents: () => [BlogIndexPage],
  children: () => [],
  api: {
    fields: [
      'introduction',
      'image',
      'body',
      'subtitle',
      'tags',
      'date_published',
      'blog_person_relationship',
      'image_hero',
      'image_listing',
      'image_picture_card',
    ],
  },
})
export class BlogPage extends PageContent {
  @CharField({ maxLength: 255, search: true }) subtitle!: string;
  @TextField({ search: true }) introduction!: string;
  @ImageField() image!: Relation<Image> | null;
  @StreamField(baseStream, { search: true }) body!: ValueOf<typeof baseStream>;
  @DateField() date_published!: string | null;
  @TagField() tags!: Tag[];
  @ChildItems(() => BlogPersonRelationship, { label: 'Authors' }) blog_person_relationship!: BlogPersonRelationship[];
  @RenditionField('fill-1920x600', { source: 'image' }) image_hero!: unknown;
  @RenditionField('fill-322x247', { source: 'image' }) image_listing!: unknown;
  @RenditionField('fill-433x487', { source: 'image' }) image_picture_card!: unknown;
}

@PageType<BlogIndexPage>({
  app: 'blog',
  icon: 'list',
  children: () => [BlogPage],
  subpaths: ['tags/', 'tags/:tag/'],
  api: { fields: ['introduction', 'image'] },
})
export class BlogIndexPage extends PageContent {
  @TextField() introduction!: string;
  @ImageField() image!: Relation<Image> | null;
}
