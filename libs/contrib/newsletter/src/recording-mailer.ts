import { Injectable } from '@nestjs/common';
import { Mailer, type Mail } from '@pipit/cms';
import { DataSource } from 'typeorm';
import { SentMail } from './sent-mail.entity.js';

/** A strategy: keeps every mail in the database, for installations that have no mail server yet. */
@Injectable()
export class RecordingMailer extends Mailer {
  constructor(private readonly dataSource: DataSource) {
    super();
  }

  async send({ to, subject, text }: Mail): Promise<void> {
    await this.dataSource.manager.insert(SentMail, { to, subject, text });
  }
}
