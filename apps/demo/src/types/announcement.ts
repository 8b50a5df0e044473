import { CharField, DateField, PageLinkField, RichTextField, SnippetContent, SnippetType, type Page } from '@pipit/cms';
import type { Relation } from 'typeorm';

/** Something passengers should know for a while. It is looked over before it goes out. */
@SnippetType<Announcement>({
  app: 'demo',
  icon: 'speakerphone',
  description: 'Closures, extra trains and other news for a few days.',
  drafts: true,
  previewModes: [{ name: 'page', label: 'On the site' }],
  order: ['-begins'],
  tabs: { Content: ['title', 'text', 'moreOn', { row: ['begins', 'ends'] }] },
})
export class Announcement extends SnippetContent {
  @CharField({ maxLength: 120, required: true, search: true }) title!: string;
  @RichTextField({ features: ['bold', 'italic', 'link'], required: 'to-publish', search: true }) text!: string;
  @PageLinkField({ label: 'More on this page' }) moreOn!: Relation<Page> | null;
  @DateField({ required: 'to-publish' }) begins!: string | null;
  @DateField({ help: 'The last day it is shown.' }) ends!: string | null;
}
