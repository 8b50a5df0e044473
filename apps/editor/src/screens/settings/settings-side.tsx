import { IconUser } from '@tabler/icons-react';
import { SideList } from '../../parts/side-list';
import { TypeIcon } from '../../parts/type-icon';
import { useSettingsTypes } from './settings-data';

/** The side column of settings: those of the site, and those of the person. */
export function SettingsSide({ onGo }: { onGo: () => void }) {
  const types = useSettingsTypes().data?.items ?? [];
  const site = types.map(({ type, label, icon }) => ({
    label,
    icon: <TypeIcon name={icon} size={18} fallback="adjustments" />,
    link: { to: '/settings/$type' as const, params: { type } },
    path: `/settings/${type}`,
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
      groups={[
        { label: 'Site', items: site },
        { label: 'You', items: [you] },
      ]}
      onGo={onGo}
    />
  );
}
