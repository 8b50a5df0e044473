import { IconCalendarClock } from '@tabler/icons-react';
import type { Plans } from '../../api';
import { day } from '../../parts/dates';
import { zonedMoment } from '../../parts/zones';
import classes from './pages-table.module.css';

/** What is planned for a page, in a list. */
export function PlanTag({ plans: { goLive, expire } }: { plans: Plans }) {
  const plan = goLive ?? expire;
  if (!plan) return null;
  const what = plan === goLive ? 'Goes live' : 'Goes offline';
  const words = plan.failedAt ? 'Plan failed' : `${what} ${day(plan.at)}`;
  return (
    <span className={classes.tag} title={plan.problem?.detail ?? `${what} ${zonedMoment(plan.at, plan.zone)}`}>
      <IconCalendarClock size={13} stroke={1.75} aria-hidden />
      {words}
    </span>
  );
}
