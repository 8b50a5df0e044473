import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ContentTypes } from '@pipit/content-types';
import type { Ctx } from '@pipit/kernel';
import { ScheduleTargets, type DueSchedule, type ScheduledSubjects } from '@pipit/revisions';
import { PublishSnippet } from '../actions/publish-snippet.action.js';
import { UnpublishSnippet } from '../actions/unpublish-snippet.action.js';

/** Snippets whose time has come go live and offline by the actions that people use. */
@Injectable()
export class SnippetSchedules implements ScheduledSubjects, OnModuleInit {
  constructor(
    private readonly targets: ScheduleTargets,
    private readonly types: ContentTypes,
    private readonly publishSnippet: PublishSnippet,
    private readonly unpublishSnippet: UnpublishSnippet,
  ) {}

  onModuleInit(): void {
    this.targets.register(this);
  }

  handles(subjectType: string): boolean {
    return this.types.find(subjectType)?.category === 'snippet';
  }

  goLive(ctx: Ctx, due: DueSchedule): Promise<unknown> {
    return this.publishSnippet.run(ctx, { ...due.subject, due });
  }

  expire(ctx: Ctx, due: DueSchedule): Promise<unknown> {
    return this.unpublishSnippet.run(ctx, { ...due.subject, due });
  }
}
