import { Injectable, Logger } from '@nestjs/common';
import { Mailer, type Mail } from './mailer.js';

/** Default mailer: prints messages to the log, so that a fresh install works without a mail server. */
@Injectable()
export class ConsoleMailer extends Mailer {
  private readonly logger = new Logger('Mail');

  async send(mail: Mail): Promise<void> {
    this.logger.log(`To ${mail.to}: ${mail.subject}\n${mail.text}`);
  }
}
