import { Injectable } from '@nestjs/common';
import { CliCommand, parseId, type CliCall } from '@pipit/cms';
import { Subscribe } from './subscribe.action.js';
import { SendIssue } from './send-issue.action.js';
import { Subscriber } from './subscriber.entity.js';

/** Commands: `npm run pipit -- newsletter:send 12`. */
@Injectable()
export class NewsletterCommands {
  constructor(
    private readonly sendIssue: SendIssue,
    private readonly subscribe: Subscribe,
  ) {}

  @CliCommand({
    name: 'newsletter:send <issue>',
    description: 'Sends a live issue to everybody who is subscribed.',
    options: [{ flags: '--dry-run', description: 'only say how many would get it' }],
  })
  async send({ ctx, args, options, print }: CliCall): Promise<void> {
    const dry = options['dryRun'] === true;
    const readers = dry
      ? await ctx.manager.countBy(Subscriber, { active: true })
      : (await this.sendIssue.run(ctx, { pageId: parseId(args['issue']) ?? 0 })).readers;
    print(`${dry ? 'Would send' : 'Sending'} it to ${readers}.`);
  }

  @CliCommand({ name: 'newsletter:subscribe <email>', description: 'Subscribes somebody.' })
  async add({ ctx, args, print }: CliCall): Promise<void> {
    await this.subscribe.run(ctx, { email: args['email'] ?? '' });
    print(`${args['email']} is subscribed.`);
  }
}
