import { Injectable } from '@nestjs/common';
import type { Ctx } from '@pipit/kernel';
import type { DueSchedule } from './schedules.js';

/** Port: how subjects of some types go live and offline. Each does it by the actions that people use too. */
export interface ScheduledSubjects {
  /** True for the types of subjects it answers for. */
  handles(subjectType: string): boolean;
  /** Makes the approved revision what readers see; calls `Schedules.consume` once the subject is locked. */
  goLive(ctx: Ctx, due: DueSchedule): Promise<unknown>;
  /** Hides the subject from readers; calls `Schedules.consume` once it is locked. */
  expire(ctx: Ctx, due: DueSchedule): Promise<unknown>;
}

/** Who answers for which subjects. Libs register while modules start. */
@Injectable()
export class ScheduleTargets {
  private readonly targets: ScheduledSubjects[] = [];

  register(target: ScheduledSubjects): void {
    this.targets.push(target);
  }

  /** Who answers for that type; null when its declaration is gone. */
  find(subjectType: string): ScheduledSubjects | null {
    return this.targets.find((target) => target.handles(subjectType)) ?? null;
  }
}
