import { IconUser } from '@tabler/icons-react';
import { SideList } from '../../parts/side-list';
import { TypeIcon } from '../../parts/type-icon';
import { useSettingsTypes, useSitePlaces } from './settings-data';

/** The side column of settings: those of the site, and those of the person. */
export function SettingsSide({ onGo }: { onGo: () => void }) {
  const types = useSettingsTypes().data?.items ?? [];
  const site = types.map(({ type, label, icon }) => ({
    label,
    icon: <TypeIcon name={icon} size={18} fallback="adjustments" />,
    link: { to: '/settings/$type' as const, params: { type } },
    path: `/settings/${type}`,
  }));
  const sections = useSitePlaces().map(({ label, places }) => ({
    label,
    items: places.map(({ icon, ...place }) => ({ ...place, icon: <TypeIcon name={icon} size={18} /> })),
  }));
  const you = {
    label: 'Your account',
    icon: <IconUser size={18} stroke={1.75} aria-hidden />,
    link: { to: '/account' as const },
    path: '/account',
  };
  return (
    <SideList
      title="Settings"
      groups={[{ label: 'Content', items: site }, ...sections, { label: 'You', items: [you] }]}
      onGo={onGo}
    />
  );
}
