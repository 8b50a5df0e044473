import {
  CharField,
  ChildItems,
  type Collection,
  CollectionField,
  EmailField,
  type Image,
  ImageField,
  ItemType,
  type Page,
  PageContent,
  PageLinkField,
  PageType,
  RenditionField,
  RichTextField,
  StreamField,
  TextField,
  type ValueOf,
} from '@pipit/cms';
import type { Relation } from 'typeorm';
import { FORM_FIELD_ORDER, FormFieldItem } from '../shared/form-field.js';
import { baseStream } from './blocks.js';

type Body = ValueOf<typeof baseStream>;

@PageType<StandardPage>({
  app: 'base',
  icon: 'file-text',
  api: { fields: ['introduction', 'image', 'body', 'image_hero'] },
})
export class StandardPage extends PageContent {
  @TextField() introduction!: string;
  @ImageField() image!: Relation<Image> | null;
  @StreamField(baseStream) body!: Body;
  @RenditionField('fill-1920x600', { source: 'image' }) image_hero!: unknown;
}

@PageType<HomePage>({
  app: 'base',
  icon: 'home',
  tabs: {
    Content: [
      { heading: 'Hero', fields: ['image', 'hero_text', { row: ['hero_cta', 'hero_cta_link'] }] },
      { heading: 'Promotion', fields: ['lead_image', 'lead_title', 'lead_text'] },
      'body',
      {
        heading: 'Featured sections',
        collapsed: true,
        fields: [
          { row: ['featured_section_1_title', 'featured_section_1'] },
          { row: ['featured_section_2_title', 'featured_section_2'] },
          { row: ['featured_section_3_title', 'featured_section_3'] },
        ],
      },
    ],
  },
})
export class HomePage extends PageContent {
  @ImageField() image!: Relation<Image> | null;
  @CharField({ maxLength: 255, required: 'to-publish' }) hero_text!: string;
  @CharField({ maxLength: 255, required: 'to-publish', label: 'Hero call to action' }) hero_cta!: string;
  @PageLinkField({ label: 'Hero call to action leads to' }) hero_cta_link!: Relation<Page> | null;
  @StreamField(baseStream) body!: Body;
  @ImageField() lead_image!: Relation<Image> | null;
  @CharField({ maxLength: 255 }) lead_title!: string;
  @RichTextField({ maxLength: 1000, nullable: true }) lead_text!: string | null;
  @CharField({ maxLength: 255 }) featured_section_1_title!: string;
  @PageLinkField() featured_section_1!: Relation<Page> | null;
  @CharField({ maxLength: 255 }) featured_section_2_title!: string;
  @PageLinkField() featured_section_2!: Relation<Page> | null;
  @CharField({ maxLength: 255 }) featured_section_3_title!: string;
  @PageLinkField() featured_section_3!: Relation<Page> | null;
  @RenditionField('fill-1920x900', { source: 'image' }) image_hero!: unknown;
  @RenditionField('fill-590x413', { source: 'lead_image' }) lead_image_promo!: unknown;
}

@PageType<GalleryPage>({
  app: 'base',
  icon: 'photo',
  children: () => [],
  api: { fields: ['introduction', 'image', 'body', 'collection', 'image_hero'] },
})
export class GalleryPage extends PageContent {
  @TextField() introduction!: string;
  @ImageField() image!: Relation<Image> | null;
  @StreamField(baseStream) body!: Body;
  @CollectionField() collection!: Relation<Collection> | null;
  @RenditionField('fill-1920x600', { source: 'image' }) image_hero!: unknown;
}

@ItemType({ app: 'base', api: { fields: FORM_FIELD_ORDER } })
export class FormField extends FormFieldItem {}

@PageType<FormPage>({
  app: 'base',
  icon: 'forms',
  api: {
    fields: ['form_fields', 'from_address', 'to_address', 'subject', 'image', 'body', 'thank_you_text', 'image_hero'],
  },
})
export class FormPage extends PageContent {
  @CharField({ maxLength: 255 }) to_address!: string;
  @EmailField({ maxLength: 255 }) from_address!: string;
  @CharField({ maxLength: 255 }) subject!: string;
  @ImageField() image!: Relation<Image> | null;
  @StreamField(baseStream, { required: 'to-publish' }) body!: Body;
  @RichTextField() thank_you_text!: string;
  @ChildItems(() => FormField) form_fields!: FormField[];
  @RenditionField('fill-1920x600', { source: 'image' }) image_hero!: unknown;
}
