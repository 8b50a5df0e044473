import { DomainEvent } from '@pipit/kernel';
import type { ScheduleKind } from './scheduling/schedule.entity.js';

/** What was to happen at a time could not be done, and is not tried again. */
export class ScheduleFailed extends DomainEvent {
  static override readonly eventName = 'schedule.failed';
  constructor(
    /** `page` or a snippet's type name. */
    readonly subjectType: string,
    readonly subjectId: number,
    readonly kind: ScheduleKind,
    /** When it was to happen. */
    readonly at: string,
    /** Who decided it. */
    readonly userId: number | null,
    readonly reason: string,
  ) {
    super();
  }
}
