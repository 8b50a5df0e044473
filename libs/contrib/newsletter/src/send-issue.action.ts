import { Injectable } from '@nestjs/common';
import { Action, DomainEvent, HookPoint, Hooks, Policy, Settings, notFound, type WriteCtx } from '@pipit/cms';
import { Issue } from './types/issue.js';
import { NewsletterSettings } from './types/newsletter-settings.js';
import { SEND } from './permissions.js';
import { SentIssue } from './sent-issue.entity.js';
import { Subscriber } from './subscriber.entity.js';

/** Name of the job that sends one mail. */
export const DELIVER = 'newsletter:deliver';

/** One mail waiting to be sent. */
export interface DeliverPayload {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Before an issue is sent: other plugins may refuse it. */
export class BeforeIssueSend extends HookPoint {
  constructor(
    readonly ctx: WriteCtx,
    readonly issue: Issue,
    readonly readers: number,
  ) {
    super();
  }
}

/** An issue is on its way to everybody. */
export class IssueSent extends DomainEvent {
  static override readonly eventName = 'newsletter.issueSent';
  constructor(
    readonly pageId: number,
    readonly readers: number,
  ) {
    super();
  }
}

/** Sends a live issue to everybody who is subscribed: a job for each, kept if and only if the transaction commits. */
@Injectable()
export class SendIssue extends Action<{ readonly pageId: number }, { readonly readers: number }> {
  constructor(
    private readonly policy: Policy,
    private readonly settings: Settings,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, { pageId }: { readonly pageId: number }): Promise<{ readers: number }> {
    await this.policy.require(ctx, SEND);
    const issue = await ctx.manager.findOne(Issue, { where: { pageId }, relations: { page: true } });
    if (!issue?.page.live) throw notFound(`There is no live issue ${pageId}.`);
    const readers = await ctx.manager.find(Subscriber, { where: { active: true }, order: { id: 'ASC' } });
    await this.hooks.run(new BeforeIssueSend(ctx, issue, readers.length));
    const { footer } = await this.settings.of(NewsletterSettings, { ctx });
    for (const { email } of readers) {
      const mail: DeliverPayload = { to: email, subject: issue.subject, text: `${textOf(issue.body)}\n\n${footer}` };
      await ctx.enqueue(DELIVER, mail);
    }
    await ctx.manager.upsert(SentIssue, { pageId }, ['pageId']);
    ctx.record({
      action: 'newsletter.send',
      subject: { type: 'page', id: pageId, label: issue.subject },
      data: { readers: readers.length },
    });
    ctx.emit(new IssueSent(pageId, readers.length));
    return { readers: readers.length };
  }
}

const textOf = (html: string): string =>
  html
    .replace(/<\/p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .trim();
