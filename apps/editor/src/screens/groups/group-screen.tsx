import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { api, queryKeys } from '../../api';
import list from '../../parts/list-screen.module.css';
import { ProblemNote, SkeletonRows } from '../../parts/states';
import { useTitle } from '../../parts/title';
import { SettingsBar } from '../../shell/settings-bar';
import { idOf } from '../route-id';
import classes from './group.module.css';
import { GroupHead } from './group-head';
import { GroupPermissions } from './group-permissions';

const route = getRouteApi('/settings/groups/$groupId');

/** One group and all that it is granted. */
export function GroupRoute() {
  const id = idOf(route.useParams().groupId);
  const group = useQuery({ queryKey: queryKeys.group(id), queryFn: () => api.groups.get(id) });
  const catalogue = useQuery({ queryKey: queryKeys.permissionCatalogue, queryFn: api.permissions.list });
  const name = group.data?.name ?? 'Group';
  const failed = group.isError ? group : catalogue.isError ? catalogue : null;
  useTitle(name);
  return (
    <>
      <SettingsBar
        path={[
          { label: 'Groups', link: { to: '/settings/groups' } },
          { label: name, link: { to: '/settings/groups/$groupId', params: { groupId: String(id) } } },
        ]}
      />
      <div className={list.scroller}>
        <div className={classes.page}>
          {failed ? (
            <ProblemNote
              error={failed.error}
              what="The group could not be loaded."
              onRetry={() => void failed.refetch()}
            />
          ) : !group.data || !catalogue.data ? (
            <SkeletonRows rows={6} height="72px" />
          ) : (
            <>
              <GroupHead key={`head ${id}`} group={group.data} />
              <GroupPermissions key={id} group={group.data} catalogue={catalogue.data.items} />
            </>
          )}
        </div>
      </div>
    </>
  );
}
