import { useQuery } from '@tanstack/react-query';
import { api, ApiProblem, queryKeys, type SettingsSummary } from '../../api';
import { sitePlaces, type SitePlace } from './site-places';

/** The settings this person may see. Those who may see none have none: that is no fault to tell of. */
export function useSettingsTypes() {
  return useQuery<{ items: SettingsSummary[] }>({
    queryKey: queryKeys.settingsTypes,
    queryFn: () =>
      api.settings.list().catch((error: unknown) => {
        if (error instanceof ApiProblem && (error.status === 403 || error.status === 404)) return { items: [] };
        throw error;
      }),
    staleTime: 5 * 60_000,
  });
}

/** Names of the permissions this person holds somewhere. */
export function usePermissions(): ReadonlySet<string> {
  const held = useQuery({ queryKey: queryKeys.permissions, queryFn: api.auth.permissions, staleTime: 5 * 60_000 });
  return new Set(held.data?.items);
}

/** The screens about the whole site that are of use to this person, in sections. */
export function useSitePlaces(): { label: SitePlace['group']; places: SitePlace[] }[] {
  const held = usePermissions();
  const shown = sitePlaces.filter(
    ({ permissions }) => permissions.length === 0 || permissions.some((one) => held.has(one)),
  );
  return (['People', 'Site', 'Reports'] as const)
    .map((label) => ({ label, places: shown.filter(({ group }) => group === label) }))
    .filter(({ places }) => places.length > 0);
}
