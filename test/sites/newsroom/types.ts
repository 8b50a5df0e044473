import {
  CharField,
  DateField,
  PageContent,
  PageType,
  RichTextField,
  SnippetContent,
  SnippetLinkField,
  SnippetType,
  TextField,
} from '@pipit/cms';
import type { Relation } from 'typeorm';

/** Who wrote something. */
@SnippetType<Author>({ app: 'news' })
export class Author extends SnippetContent {
  @CharField({ required: true }) name!: string;
}

/** Where the articles stand. */
@PageType({ app: 'news' })
export class Section extends PageContent {}

/** An article as most sites have them. */
@PageType<Article>({ app: 'news' })
export class Article extends PageContent {
  @DateField() day!: string | null;
  @CharField() kicker!: string;
  @TextField() summary!: string;
  @RichTextField() body!: string;
  @SnippetLinkField(() => Author) author!: Relation<Author> | null;
}
