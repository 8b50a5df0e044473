import { Injectable } from '@nestjs/common';
import { JobHandler, Mailer } from '@pipit/cms';
import { DELIVER, type DeliverPayload } from '../send-issue.action.js';

/** A job: in whichever process is free, tried again when the mail server is not there. */
@Injectable()
export class DeliverMail {
  constructor(private readonly mailer: Mailer) {}

  @JobHandler(DELIVER)
  deliver(mail: DeliverPayload): Promise<void> {
    return this.mailer.send(mail);
  }
}
