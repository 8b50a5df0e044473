import type { Plugin } from '@pipit/cms';
import { migrations } from './migrations/index.js';
import { NewsletterModule } from './newsletter.module.js';
import type { NewsletterOptions } from './options.js';
import { RecordingMailer } from './recording-mailer.js';
import { SentIssue } from './sent-issue.entity.js';
import { SentMail } from './sent-mail.entity.js';
import { subscribers } from './subscriber.entity.js';
import { Issue } from './types/issue.js';
import { NewsletterSettings } from './types/newsletter-settings.js';

/** The newsletter, for `plugins: [newsletter({ sender: 'news@example.org' })]` of a project. */
export const newsletter = (options: NewsletterOptions): Plugin => ({
  name: 'newsletter',
  module: NewsletterModule.with(options),
  types: [Issue, NewsletterSettings],
  models: [subscribers],
  entities: [SentIssue, SentMail],
  migrations,
  migrationsDir: 'libs/contrib/newsletter/src/migrations',
  strategies: { mailer: RecordingMailer },
});
