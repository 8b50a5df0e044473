import type { Slice } from '../slice.js';
import { PageSchedules } from './page-schedules.js';
import { SchedulePage } from './schedule-page.action.js';
import { SchedulesController } from './schedules.controller.js';
import { UnschedulePage } from './unschedule-page.action.js';

/** Pages that go live and offline at a time. */
export const SCHEDULING: Slice = {
  controllers: [SchedulesController],
  providers: [SchedulePage, UnschedulePage, PageSchedules],
};
