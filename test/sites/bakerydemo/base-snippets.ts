import {
  CharField,
  type Image,
  ImageField,
  RenditionField,
  RichTextField,
  SnippetContent,
  SnippetType,
  UuidField,
} from '@pipit/cms';
import type { Relation } from 'typeorm';

@SnippetType<Person>({
  app: 'base',
  icon: 'user',
  labelPlural: 'People',
  titleField: 'last_name',
  order: ['id'],
  api: { fields: ['first_name', 'last_name', 'job_title', 'image', 'image_avatar', 'image_listing'] },
})
export class Person extends SnippetContent {
  @CharField({ maxLength: 254, required: 'to-publish', search: true }) first_name!: string;
  @CharField({ maxLength: 254, required: 'to-publish', search: true }) last_name!: string;
  @CharField({ maxLength: 254, required: 'to-publish', search: true, searchFilter: true }) job_title!: string;
  @ImageField() image!: Relation<Image> | null;
  @RenditionField('fill-50x50', { source: 'image' }) image_avatar!: unknown;
  @RenditionField('fill-180x180', { source: 'image' }) image_listing!: unknown;
}

@SnippetType<FooterText>({ app: 'base', icon: 'text-caption', titleField: 'body', order: ['id'] })
export class FooterText extends SnippetContent {
  @RichTextField() body!: string;
  @UuidField({ api: false, readOnly: true }) translation_key!: string | null;
}
