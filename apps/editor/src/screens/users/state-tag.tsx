import type { UserState } from '../../api';
import classes from './users.module.css';

const words: Readonly<Record<UserState, string>> = {
  active: 'Active',
  invited: 'Invited, no password yet',
  suspended: 'Suspended',
};

/** How an account stands, in words and by a mark. */
export function UserStateTag({ state }: { state: UserState }) {
  return (
    <span className={classes.state} data-state={state}>
      <span className={classes.mark} aria-hidden />
      {words[state]}
    </span>
  );
}
