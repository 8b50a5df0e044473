import { Injectable } from '@nestjs/common';
import { Mailer, type Mail } from './mailer.js';

/**
 * Default mailer: prints messages, so that a fresh install works without a mail server. Past the logger, which servers
 * keep to warnings and errors.
 */
@Injectable()
export class ConsoleMailer extends Mailer {
  async send(mail: Mail): Promise<void> {
    process.stdout.write(`Mail to ${mail.to}: ${mail.subject}\n${mail.text}\n`);
  }
}
