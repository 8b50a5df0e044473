import { Entity, PrimaryColumn } from 'typeorm';

/** An issue that went out, so that publishing it again sends nothing. */
@Entity('newsletter_sent_issue')
export class SentIssue {
  @PrimaryColumn('integer') pageId!: number;
}
