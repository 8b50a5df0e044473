import {
  CharField,
  ChoiceField,
  DateField,
  EmailField,
  ImageField,
  RichTextField,
  SlugField,
  SnippetContent,
  SnippetType,
  UrlField,
  type Image,
} from '@pipit/cms';
import type { Relation } from 'typeorm';

/** Somebody who writes, guides or answers letters. */
@SnippetType<Person>({ app: 'demo', icon: 'user', labelPlural: 'People', description: 'Authors, hosts and contacts.' })
export class Person extends SnippetContent {
  @CharField({ maxLength: 120, required: true, search: true }) name!: string;
  @CharField({ maxLength: 120 }) role!: string;
  @EmailField() email!: string;
  @UrlField() website!: string;
  @DateField({ label: 'With us since' }) joined!: string | null;
  @ImageField() portrait!: Relation<Image> | null;
  @RichTextField({ features: ['bold', 'italic', 'link'], label: 'A few words' }) bio!: string;
}

/** What a logbook entry is about. */
@SnippetType<Category>({ app: 'demo', icon: 'tag' })
export class Category extends SnippetContent {
  @CharField({ maxLength: 60, required: true }) name!: string;
  @CharField({ maxLength: 60, label: 'Name in German' }) nameDe!: string;
  @SlugField() slug!: string;
  @ChoiceField({ of: ['red', 'green', 'blue', 'yellow'] }) colour!: string;
}
