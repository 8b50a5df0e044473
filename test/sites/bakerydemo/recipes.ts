import {
  CharField,
  ChildItem,
  ChildItems,
  DateField,
  ItemType,
  OwnerField,
  PageContent,
  PageType,
  RichTextField,
  SnippetLinkField,
  StreamField,
  TextField,
  type ValueOf,
} from '@pipit/cms';
import type { Relation } from 'typeorm';
import { Person } from './base-snippets.js';
import { baseStream, recipeStream } from './blocks.js';

@ItemType({ app: 'recipes', api: { fields: ['page', 'person'] } })
export class RecipePersonRelationship extends ChildItem {
  @SnippetLinkField(() => Person, { onDelete: 'CASCADE' }) person!: Relation<Person> | null;
  @OwnerField() page!: unknown;
}

@PageType<RecipePage>({
  app: 'recipes',
  icon: 'chef-hat',
  parents: () => [RecipeIndexPage],
  children: () => [],
  api: {
    fields: [
      'date_published',
      'subtitle',
      'introduction',
      'backstory',
      'recipe_headline',
      'body',
      'recipe_person_relationship',
    ],
  },
})
export class RecipePage extends PageContent {
  @DateField() date_published!: string | null;
  @CharField({ maxLength: 255 }) subtitle!: string;
  @TextField({ maxLength: 500 }) introduction!: string;
  @StreamField(baseStream, {
    search: true,
    counts: { heading_block: { max: 1 }, image_block: { max: 1 }, embed_block: { max: 1 } },
  })
  backstory!: ValueOf<typeof baseStream>;
  @RichTextField({ maxLength: 120 }) recipe_headline!: string;
  @StreamField(recipeStream, { search: true }) body!: ValueOf<typeof recipeStream>;
  @ChildItems(() => RecipePersonRelationship, { label: 'Authors' })
  recipe_person_relationship!: RecipePersonRelationship[];
}

@PageType<RecipeIndexPage>({
  app: 'recipes',
  icon: 'list',
  children: () => [RecipePage],
  api: { fields: ['introduction'] },
})
export class RecipeIndexPage extends PageContent {
  @TextField() introduction!: string;
}
