import {
  BooleanField,
  CharField,
  EmailField,
  PageLinkField,
  SettingsContent,
  SettingsType,
  SnippetLinkField,
  TextField,
  UrlField,
  type Page,
} from '@pipit/cms';
import type { Relation } from 'typeorm';
import { Person } from './snippets.js';

/** What stands below every page of a site, and where else the site is at home. */
@SettingsType<Footer>({
  app: 'demo',
  scope: 'site',
  label: 'Footer and social media',
  icon: 'layout-bottombar',
  description: 'The notice below every page and the addresses of the site elsewhere.',
  tabs: { Footer: ['notice', 'imprint'], 'Social media': ['mastodon', 'video', 'newsletter'] },
})
export class Footer extends SettingsContent {
  @CharField({ maxLength: 200, help: 'One line below every page.' }) notice!: string;
  @PageLinkField({ help: 'The page with the legal notice.' }) imprint!: Relation<Page> | null;
  @UrlField() mastodon!: string;
  @UrlField({ label: 'Video channel' }) video!: string;
  @EmailField({ label: 'Newsletter', help: 'Where people write to subscribe.' }) newsletter!: string;
}

/** Whether trains run at all, which is the same on every site. */
@SettingsType<Operations>({
  app: 'demo',
  scope: 'global',
  icon: 'train',
  description: 'Whether trains run, and whom to call when they do not.',
})
export class Operations extends SettingsContent {
  @BooleanField({ label: 'The line is closed' }) closed!: boolean;
  @TextField({
    label: 'Why, and for how long',
    showWhen: { field: 'closed', is: true },
    requireWhen: { field: 'closed', is: true },
  })
  closureNote!: string;
  @CharField({ maxLength: 30, required: true, default: '+41 81 555 01 40', label: 'Emergency telephone' })
  emergencyTelephone!: string;
  @SnippetLinkField(() => Person) dutyManager!: Relation<Person> | null;
}
