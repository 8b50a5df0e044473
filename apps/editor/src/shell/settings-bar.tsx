import { TopBar, type Crumb } from './top-bar';

const settings: Crumb = { label: 'Settings', link: { to: '/settings' } };

interface SettingsBarProps {
  /** Where the screen stands below the settings, itself last. */
  path: [...Crumb[], Crumb];
  /** What phones show of it: its own label unless told. */
  phoneTitle?: string;
}

/** The header of a screen of the settings. Back leads to what is above it. */
export function SettingsBar({ path, phoneTitle }: SettingsBarProps) {
  const crumbs = [settings, ...path];
  return (
    <TopBar
      crumbs={crumbs}
      phoneTitle={phoneTitle ?? crumbs.at(-1)?.label}
      sideButton="Show the settings"
      back={crumbs.at(-2) ?? settings}
    />
  );
}
