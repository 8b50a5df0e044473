import { PageSchedules } from './page-schedules.js';
import { SchedulePage } from './schedule-page.action.js';
import { UnschedulePage } from './unschedule-page.action.js';

/** What plans pages. */
export const SCHEDULING = [SchedulePage, UnschedulePage, PageSchedules];
