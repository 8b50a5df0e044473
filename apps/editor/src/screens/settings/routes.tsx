import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { api, queryKeys } from '../../api';
import { SkeletonRows } from '../../parts/states';
import { NotHere } from '../not-here';
import { useContentType, useSites } from '../site-data';
import { useSettingsTypes } from './settings-data';
import { SettingsEditor } from './settings-editor';

const route = getRouteApi('/settings/$type');

/** One kind of settings, for the site the address names or the default one. */
export function SettingsRoute() {
  const { type: name } = route.useParams();
  const { site } = route.useSearch();
  const types = useSettingsTypes();
  const sites = useSites();
  const type = useContentType(name);
  const summary = types.data?.items.find((item) => item.type === name);
  // Some people may edit what a few sites have of their own.
  const open = sites.filter(({ id }) => summary?.sites.includes(id));
  const usual = open.find(({ isDefault }) => isDefault) ?? open[0];
  const siteId = summary?.scope === 'global' ? null : (site ?? usual?.id ?? null);
  const settings = useQuery({
    queryKey: queryKeys.settings(name, siteId),
    queryFn: () => api.settings.get(name, siteId),
    enabled: summary !== undefined && (summary.scope === 'global' || siteId !== null),
  });
  const error = types.error ?? type.error ?? settings.error;
  if (error) return <NotHere error={error} what="setting" />;
  if (types.data && !summary) return <NotHere what="setting" />;
  if (!summary || !type.data || !settings.data)
    return (
      <div style={{ padding: 28 }}>
        <SkeletonRows rows={5} height="76px" />
      </div>
    );
  return (
    <SettingsEditor
      key={`${name}:${siteId}`}
      type={type.data}
      summary={summary}
      siteId={siteId}
      settings={settings.data}
    />
  );
}
