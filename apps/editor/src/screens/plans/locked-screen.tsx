import { api, queryKeys } from '../../api';
import { moment } from '../../parts/dates';
import classes from './plans.module.css';
import { Report } from './report';
import { SubjectName } from './subject-name';

/** What is locked, the latest first. */
export function LockedScreen() {
  return (
    <Report
      title="Locked"
      facts="Pages and snippets that somebody keeps others from changing."
      link={{ to: '/reports/locked' }}
      what="The locks"
      none={{ all: 'Nothing is locked.', mine: 'You have locked nothing.' }}
      queryKey={queryKeys.lockedPages}
      read={api.plans.locked}
      keyOf={(item) => `${item.subjectType} ${item.subjectId}`}
      row={(item) => (
        <>
          <SubjectName {...item} />
          <span className={classes.when}>{item.at && `since ${moment(item.at)}`}</span>
          <span>{item.typeLabel}</span>
          <span className={classes.when}>by {item.by?.name ?? 'somebody whose account is gone'}</span>
        </>
      )}
    />
  );
}
