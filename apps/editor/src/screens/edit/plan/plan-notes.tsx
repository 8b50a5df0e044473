import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCalendarClock, IconEyeOff, IconLock } from '@tabler/icons-react';
import type { PageDetail } from '../../../api';
import { moment } from '../../../parts/dates';
import { zonedMoment } from '../../../parts/zones';
import classes from './plan.module.css';
import type { PlanSubject } from './plan-subject';
import { privacyWords } from './plan-words';

interface PlanNotesProps {
  subject: PlanSubject;
  privacy?: PageDetail['privacy'];
  onUnlock: () => void;
  onPlan: () => void;
}
const icon = { size: 18, stroke: 1.75, 'aria-hidden': true } as const;

/** What has to be known of a page or row before it is changed: locks, plans that failed, an earlier version that goes live, who may read it. */
export function PlanNotes({ subject, privacy, onUnlock, onPlan }: PlanNotesProps) {
  const { lock, schedule, can } = subject;
  const failed = [schedule?.goLive, schedule?.expire].filter((plan) => plan?.failedAt);
  const goLive = schedule?.goLive;
  const earlier = goLive && !goLive.failedAt && goLive.revisionId !== subject.revisionId;
  return (
    <>
      {lock && (
        <div className={classes.note} role="status">
          <IconLock {...icon} />
          <span>
            <b>{lock.holds ? `Locked by ${lock.by?.name ?? 'somebody whose account is gone'}` : 'Locked by you'}</b>
            {lock.at && ` since ${moment(lock.at)}`}.{' '}
            {lock.holds ? 'You can read it, and not change it.' : 'Others can’t change it.'}
          </span>
          {can.unlock && (
            <Button size="xs" onClick={onUnlock}>
              Unlock
            </Button>
          )}
        </div>
      )}
      {failed.map(
        (plan) =>
          plan && (
            <div key={plan.at} className={classes.note} data-bad role="alert">
              <IconAlertTriangle {...icon} />
              <span>
                <b>
                  It could not go {plan === goLive ? 'live' : 'offline'} on {zonedMoment(plan.at, plan.zone)}.
                </b>{' '}
                {plan.problem?.detail}
              </span>
              {can.schedule && (
                <Button size="xs" onClick={onPlan}>
                  Plan again
                </Button>
              )}
            </div>
          ),
      )}
      {earlier && (
        <div className={classes.note} role="status">
          <IconCalendarClock {...icon} />
          <span>
            <b>An earlier version goes live on {zonedMoment(goLive.at, goLive.zone)}.</b> What was saved since stays a
            draft.
          </span>
          {can.schedule && (
            <Button size="xs" onClick={onPlan}>
              Change the plan
            </Button>
          )}
        </div>
      )}
      {privacy && (
        <div className={classes.note} role="status">
          <IconEyeOff {...icon} />
          <span>
            <b>Not for everybody:</b> {privacyWords(privacy)}
            {privacy.inheritedFrom && `, as “${privacy.inheritedFrom.title}” is`}.
          </span>
        </div>
      )}
    </>
  );
}
