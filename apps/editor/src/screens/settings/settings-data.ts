import { useQuery } from '@tanstack/react-query';
import { api, ApiProblem, queryKeys, type SettingsSummary } from '../../api';

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
