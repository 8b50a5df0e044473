import { Mailer, type Mail } from './mailer.js';

/** Keeps messages instead of sending them: for tests. */
export class MemoryMailer extends Mailer {
  readonly sent: Mail[] = [];

  async send(mail: Mail): Promise<void> {
    this.sent.push(mail);
  }
}
