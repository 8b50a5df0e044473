import { Inject, Injectable } from '@nestjs/common';
import { StartupCheck, type DeclarationProblem } from '@pipit/cms';
import { NEWSLETTER_OPTIONS, type NewsletterOptions } from './options.js';

/** A start-up check: a mistake is told before anybody meets it. */
@Injectable()
export class NewsletterChecks {
  constructor(@Inject(NEWSLETTER_OPTIONS) private readonly options: NewsletterOptions) {}

  @StartupCheck()
  sender(): DeclarationProblem[] {
    if (/^[^@\s]+@[^@\s]+$/.test(this.options.sender)) return [];
    return [
      {
        id: 'newsletter.E001',
        message: `“${this.options.sender}” is no address to send mail from.`,
        hint: "Give one: newsletter({ sender: 'news@example.org' }).",
      },
    ];
  }
}
