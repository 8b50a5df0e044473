import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Ctx } from '@pipit/kernel';
import { ScheduleTargets, type DueSchedule, type ScheduledSubjects } from '@pipit/revisions';
import { PublishPage } from '../actions/publish-page.action.js';
import { UnpublishPage } from '../actions/unpublish-page.action.js';

/** Pages whose time has come go live and offline by the actions that people use. */
@Injectable()
export class PageSchedules implements ScheduledSubjects, OnModuleInit {
  constructor(
    private readonly targets: ScheduleTargets,
    private readonly publishPage: PublishPage,
    private readonly unpublishPage: UnpublishPage,
  ) {}

  onModuleInit(): void {
    this.targets.register(this);
  }

  handles(subjectType: string): boolean {
    return subjectType === 'page';
  }

  goLive(ctx: Ctx, due: DueSchedule): Promise<unknown> {
    return this.publishPage.run(ctx, { pageId: due.subject.id, baseRevisionId: null, due });
  }

  expire(ctx: Ctx, due: DueSchedule): Promise<unknown> {
    return this.unpublishPage.run(ctx, { pageId: due.subject.id, due });
  }
}
