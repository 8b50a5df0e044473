import { CharField, SettingsContent, SettingsType } from '@pipit/cms';

/** What each site says below its mails. */
@SettingsType<NewsletterSettings>({ app: 'newsletter', scope: 'site', label: 'Newsletter', icon: 'mail' })
export class NewsletterSettings extends SettingsContent {
  @CharField({ maxLength: 200, default: 'You get this mail because you asked for it.' }) footer!: string;
}
