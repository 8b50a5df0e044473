import {
  type Image,
  ImageField,
  PageContent,
  PageType,
  RenditionField,
  SnippetLinkField,
  StreamField,
  TextField,
  type ValueOf,
} from '@pipit/cms';
import type { Relation } from 'typeorm';
import { baseStream, socialLinks } from './blocks.js';
import { Country } from './breads.js';

@PageType<PersonPage>({
  app: 'people',
  icon: 'user',
  parents: () => [PeopleIndexPage],
  api: { fields: ['introduction', 'image', 'body', 'location', 'social_links', 'image_hero', 'image_listing'] },
})
export class PersonPage extends PageContent {
  @TextField({ search: true }) introduction!: string;
  @ImageField() image!: Relation<Image> | null;
  @StreamField(baseStream, { search: true }) body!: ValueOf<typeof baseStream>;
  @SnippetLinkField(() => Country) location!: Relation<Country> | null;
  @StreamField(socialLinks) social_links!: ValueOf<typeof socialLinks>;
  @RenditionField('fill-1920x600', { source: 'image' }) image_hero!: unknown;
  @RenditionField('fill-180x180', { source: 'image' }) image_listing!: unknown;
}

@PageType<PeopleIndexPage>({
  app: 'people',
  icon: 'users',
  children: () => [PersonPage],
  api: { fields: ['introduction', 'image'] },
})
export class PeopleIndexPage extends PageContent {
  @TextField() introduction!: string;
  @ImageField() image!: Relation<Image> | null;
}
