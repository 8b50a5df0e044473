import {
  CharField,
  ChildItems,
  EmailField,
  type Image,
  ImageField,
  ItemType,
  PageContent,
  PageType,
  RichTextField,
} from '@pipit/cms';
import type { Relation } from 'typeorm';
import { FORM_FIELD_ORDER, FormFieldItem } from '../shared/form-field.js';
import { RELATED_LINK_API, RelatedLink } from './links.js';

const CONTACT = ['telephone', 'email', 'address_1', 'address_2', 'city', 'country', 'post_code'];

/** A page with an address. */
export abstract class ContactDetails extends PageContent {
  @CharField({ maxLength: 20 }) telephone!: string;
  @EmailField({ maxLength: 254 }) email!: string;
  @CharField({ maxLength: 255 }) address_1!: string;
  @CharField({ maxLength: 255 }) address_2!: string;
  @CharField({ maxLength: 255 }) city!: string;
  @CharField({ maxLength: 255 }) country!: string;
  @CharField({ maxLength: 10 }) post_code!: string;
}

@ItemType({ app: 'demosite', api: RELATED_LINK_API })
export class PersonPageRelatedLink extends RelatedLink {}

@PageType<PersonPage>({
  app: 'demosite',
  icon: 'user',
  api: {
    fields: ['first_name', 'last_name', 'intro', 'biography', 'image', 'feed_image', 'related_links', ...CONTACT],
  },
})
export class PersonPage extends ContactDetails {
  @CharField({ maxLength: 255, required: 'to-publish', search: true }) first_name!: string;
  @CharField({ maxLength: 255, required: 'to-publish', search: true }) last_name!: string;
  @RichTextField({ search: true }) intro!: string;
  @RichTextField({ search: true }) biography!: string;
  @ImageField() image!: Relation<Image> | null;
  @ImageField() feed_image!: Relation<Image> | null;
  @ChildItems(() => PersonPageRelatedLink) related_links!: PersonPageRelatedLink[];
}

@PageType<ContactPage>({ app: 'demosite', icon: 'mail', api: { fields: ['body', 'feed_image', ...CONTACT] } })
export class ContactPage extends ContactDetails {
  @RichTextField({ search: true }) body!: string;
  @ImageField() feed_image!: Relation<Image> | null;
}

@ItemType({ app: 'demosite', api: { fields: FORM_FIELD_ORDER } })
export class FormField extends FormFieldItem {}

@PageType<FormPage>({ app: 'demosite', icon: 'forms', api: { fields: ['form_fields'] } })
export class FormPage extends PageContent {
  @ChildItems(() => FormField) form_fields!: FormField[];
}
