import { Module, type DynamicModule, type OnModuleInit } from '@nestjs/common';
import { EditorExtensions } from '@pipit/cms';
import { NewsletterChecks } from './checks.js';
import { NewsletterCommands } from './commands.js';
import { NewsletterSummaryController } from './http/summary.controller.js';
import { SubscriptionsController } from './http/subscriptions.controller.js';
import { DeliverMail } from './listeners/delivery.js';
import { IssueRules } from './listeners/issue-rules.js';
import { SendPublished } from './listeners/send-published.js';
import { StopMail } from './listeners/stop-mail.js';
import { NEWSLETTER_OPTIONS, type NewsletterOptions } from './options.js';
import { SendIssue } from './send-issue.action.js';
import { Subscribe } from './subscribe.action.js';

/** Providers are found by their decorators; the editor extension is registered by hand. */
@Module({
  controllers: [SubscriptionsController, NewsletterSummaryController],
  providers: [
    NewsletterChecks,
    NewsletterCommands,
    DeliverMail,
    IssueRules,
    SendPublished,
    StopMail,
    SendIssue,
    Subscribe,
  ],
  exports: [SendIssue, Subscribe],
})
export class NewsletterModule implements OnModuleInit {
  constructor(private readonly extensions: EditorExtensions) {}

  static with(options: NewsletterOptions): DynamicModule {
    return { module: NewsletterModule, providers: [{ provide: NEWSLETTER_OPTIONS, useValue: options }] };
  }

  onModuleInit(): void {
    this.extensions.register({ name: 'newsletter', file: new URL('./editor.js', import.meta.url) });
  }
}
