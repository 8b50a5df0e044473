import { api, queryKeys } from '../../api';
import { zonedMoment } from '../../parts/zones';
import classes from './plans.module.css';
import { Report } from './report';
import { SubjectName } from './subject-name';

/** What goes live and offline, when; what could not comes first. */
export function ScheduledScreen() {
  return (
    <Report
      title="Planned"
      facts="What goes live and offline at a time, the next first."
      link={{ to: '/reports/scheduled' }}
      what="The plans"
      none={{ all: 'Nothing is planned.', mine: 'You have planned nothing.' }}
      queryKey={queryKeys.scheduled}
      read={api.plans.scheduled}
      keyOf={(item) => `${item.subjectType} ${item.subjectId} ${item.kind}`}
      row={(item) => (
        <>
          <SubjectName {...item} />
          <span className={classes.when}>
            {item.kind === 'goLive' ? 'Goes live' : 'Goes offline'} {zonedMoment(item.at, item.zone)}
          </span>
          <span>{item.typeLabel}</span>
          <span className={classes.when}>{item.by.name && `by ${item.by.name}`}</span>
          {item.problem && <span className={classes.bad}>It could not be done: {item.problem.detail}</span>}
        </>
      )}
    />
  );
}
