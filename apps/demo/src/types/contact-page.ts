import {
  BooleanField, CharField, ChildItem, ChildItems, ChoiceField, EmailField, ItemType, PageContent, PageType, RichTextField, SlugField,
  SnippetLinkField, TextField, TimeField, UrlField,
} from '@pipit/cms'; // prettier-ignore
import type { Relation } from 'typeorm';
import { Person } from './snippets.js';

/** One question of the contact form. */
@ItemType({ app: 'demo' })
export class ContactFormField extends ChildItem {
  @CharField({ maxLength: 120, required: 'to-publish' }) label!: string;
  @SlugField() name!: string;
  @ChoiceField({
    default: 'line',
    of: [
      { value: 'line', label: 'One line' },
      { value: 'email', label: 'E-mail address' },
      { value: 'select', label: 'One of several' },
      { value: 'paragraph', label: 'Several lines' },
    ],
  })
  kind!: string;
  @BooleanField({ label: 'Must be answered' }) required!: boolean;
  @TextField() help!: string;
  @TextField({ help: 'For “one of several”: an answer on each line.' }) options!: string;
}

@PageType<ContactPage>({
  app: 'demo',
  icon: 'mail',
  children: () => [],
  tabs: {
    Content: ['intro', { heading: 'Form', fields: ['formFields', 'buttonLabel'] }],
    Address: ['email', 'phone', 'website', 'address', { row: ['officeOpens', 'officeCloses'] }, 'answeredBy'],
  },
})
export class ContactPage extends PageContent {
  @RichTextField({ features: ['bold', 'italic', 'link'], search: true }) intro!: string;
  @EmailField({ required: 'to-publish' }) email!: string;
  @CharField({ maxLength: 40 }) phone!: string;
  @UrlField() website!: string;
  @TextField() address!: string;
  @TimeField() officeOpens!: string | null;
  @TimeField() officeCloses!: string | null;
  @SnippetLinkField(() => Person) answeredBy!: Relation<Person> | null;
  @ChildItems(() => ContactFormField) formFields!: ContactFormField[];
  @CharField({ maxLength: 60 }) buttonLabel!: string;
}
