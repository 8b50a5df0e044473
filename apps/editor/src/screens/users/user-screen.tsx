import { getRouteApi } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { api, queryKeys } from '../../api';
import list from '../../parts/list-screen.module.css';
import { ProblemNote, SkeletonRows } from '../../parts/states';
import { useTitle } from '../../parts/title';
import { SettingsBar } from '../../shell/settings-bar';
import { idOf } from '../route-id';
import { ExplainPanel } from './explain-panel';
import { UserForm } from './user-form';
import { UserHead } from './user-head';
import classes from './user.module.css';

const route = getRouteApi('/settings/users/$userId');

/** One person: what they are called, which groups they are in, and why they may do what they may. */
export function UserRoute() {
  const id = idOf(route.useParams().userId);
  const user = useQuery({ queryKey: queryKeys.user(id), queryFn: () => api.users.get(id) });
  const name = user.data?.name ?? 'User';
  useTitle(name);
  return (
    <>
      <SettingsBar
        path={[
          { label: 'Users', link: { to: '/settings/users' } },
          { label: name, link: { to: '/settings/users/$userId', params: { userId: String(id) } } },
        ]}
      />
      <div className={list.scroller}>
        {user.isError ? (
          <ProblemNote error={user.error} what="This person could not be loaded." onRetry={() => void user.refetch()} />
        ) : !user.data ? (
          <SkeletonRows rows={5} height="72px" />
        ) : (
          <div className={classes.page}>
            <UserHead user={user.data} />
            <div className={classes.columns}>
              <UserForm key={user.data.id} user={user.data} />
              <ExplainPanel user={user.data} />
            </div>
          </div>
        )}
      </div>
    </>
  );
}
