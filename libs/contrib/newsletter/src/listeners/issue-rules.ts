import { Injectable } from '@nestjs/common';
import { BeforePublish, Hook } from '@pipit/cms';

/** A hook: inside the transaction, and able to refuse. */
@Injectable()
export class IssueRules {
  @Hook(BeforePublish, { order: 10 })
  needsSubject(hook: BeforePublish): void {
    if (hook.page.type !== 'newsletter.Issue' || hook.snapshot.fields['subject']) return;
    hook.reject('subject', 'Nobody opens a mail without a subject.');
  }
}
