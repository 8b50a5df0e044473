import { Injectable } from '@nestjs/common';
import type { Ctx } from '@pipit/kernel';
import { MailJobs } from '../mail/mail-jobs.js';
import type { Claim } from '../passwords/credentials.js';
import { LoginThrottle } from '../throttle/login-throttle.js';

/**
 * Asks for a link to choose a new password. Nothing is looked up here: an address that nobody has costs the same steps
 * and gets the same answer as one that somebody has, whatever the mail server does. The job does the rest.
 */
@Injectable()
export class ForgotPassword {
  constructor(
    private readonly throttle: LoginThrottle,
    private readonly mails: MailJobs,
  ) {}

  async run(ctx: Ctx, claim: Claim): Promise<void> {
    await this.throttle.begin({ ...claim, secret: 'mail' });
    await this.mails.reset(ctx.manager, claim.email);
  }
}
