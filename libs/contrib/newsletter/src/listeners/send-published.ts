import { Injectable } from '@nestjs/common';
import { OnEvent, PagePublished, systemCtx } from '@pipit/cms';
import { DataSource } from 'typeorm';
import { SendIssue } from '../send-issue.action.js';
import { SentIssue } from '../sent-issue.entity.js';

/** An event: after the commit, at least once; an issue that went out is not sent again. */
@Injectable()
export class SendPublished {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sendIssue: SendIssue,
  ) {}

  @OnEvent(PagePublished)
  async send({ pageId, type }: PagePublished): Promise<void> {
    if (type !== 'newsletter.Issue') return;
    if (await this.dataSource.manager.existsBy(SentIssue, { pageId })) return;
    await this.sendIssue.run(systemCtx(this.dataSource.manager, 'newsletter'), { pageId });
  }
}
