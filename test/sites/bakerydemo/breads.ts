import {
  CharField,
  type Image,
  ImageField,
  IntegerField,
  PageContent,
  PageType,
  RenditionField,
  SnippetContent,
  SnippetLinkField,
  SnippetsField,
  SnippetType,
  StreamField,
  TextField,
  type ValueOf,
} from '@pipit/cms';
import type { Relation } from 'typeorm';
import { baseStream } from './blocks.js';

@SnippetType<Country>({
  app: 'breads',
  icon: 'flag',
  labelPlural: 'Countries',
  order: ['id'],
  api: { fields: ['title'] },
})
export class Country extends SnippetContent {
  @CharField({ maxLength: 100, required: 'to-publish' }) title!: string;
  @IntegerField({ api: false }) sort_order!: number | null;
}

@SnippetType<BreadIngredient>({
  app: 'breads',
  icon: 'grain',
  order: ['sort_order', 'name'],
  api: { fields: ['name'] },
})
export class BreadIngredient extends SnippetContent {
  @CharField({ maxLength: 255, required: 'to-publish' }) name!: string;
  @IntegerField({ api: false }) sort_order!: number | null;
}

@SnippetType<BreadType>({ app: 'breads', icon: 'bread', order: ['id'], api: { fields: ['title'] } })
export class BreadType extends SnippetContent {
  @CharField({ maxLength: 255, required: 'to-publish' }) title!: string;
}

@PageType<BreadPage>({
  app: 'breads',
  icon: 'bread',
  parents: () => [BreadsIndexPage],
  api: {
    fields: ['introduction', 'image', 'body', 'origin', 'bread_type', 'ingredients', 'image_hero', 'image_listing'],
  },
})
export class BreadPage extends PageContent {
  @TextField({ search: true }) introduction!: string;
  @ImageField() image!: Relation<Image> | null;
  @StreamField(baseStream, { search: true }) body!: ValueOf<typeof baseStream>;
  @SnippetLinkField(() => Country) origin!: Relation<Country> | null;
  @SnippetLinkField(() => BreadType) bread_type!: Relation<BreadType> | null;
  @SnippetsField(() => BreadIngredient) ingredients!: BreadIngredient[];
  @RenditionField('fill-1920x600', { source: 'image' }) image_hero!: unknown;
  @RenditionField('fill-180x180', { source: 'image' }) image_listing!: unknown;
}

@PageType<BreadsIndexPage>({
  app: 'breads',
  icon: 'list',
  children: () => [BreadPage],
  api: { fields: ['introduction', 'image'] },
})
export class BreadsIndexPage extends PageContent {
  @TextField() introduction!: string;
  @ImageField() image!: Relation<Image> | null;
}
