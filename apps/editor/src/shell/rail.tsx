import { IconHome, IconPhoto, IconSearch, IconSettings, IconSitemap, IconStack2, type Icon } from '@tabler/icons-react';
import { Link, useRouterState } from '@tanstack/react-router';
import { useExtensions } from '../extensions/use-extensions';
import { Bird } from '../parts/bird';
import { Person } from '../parts/marks';
import { TypeIcon } from '../parts/type-icon';
import { useUser } from '../session/session';
import { useRecordTypes } from '../screens/records/record-types';
import classes from './rail.module.css';
import { useShell } from './shell-state';

interface Place {
  to: '/' | '/pages' | '/media' | '/records' | '/settings';
  label: string;
  icon: Icon;
  areas: string[];
}
const home: Place = { to: '/', label: 'Home', icon: IconHome, areas: ['/'] };
const pages: Place = { to: '/pages', label: 'Pages', icon: IconSitemap, areas: ['/pages'] };
const media: Place = { to: '/media', label: 'Media', icon: IconPhoto, areas: ['/media', '/documents'] };
const records: Place = { to: '/records', label: 'Content', icon: IconStack2, areas: ['/records'] };
const settings: Place = {
  to: '/settings',
  label: 'Settings',
  icon: IconSettings,
  areas: ['/settings', '/reports', '/account'],
};

function useArea(): (place: Place) => boolean {
  const path = useRouterState({ select: (state) => state.location.pathname });
  return (place) =>
    place.areas.some((area) => (area === '/' ? path === '/' : path === area || path.startsWith(`${area}/`)));
}

/** The rail at the left: where you can go. */
export function Rail() {
  const here = useArea();
  const user = useUser();
  const hasRecords = useRecordTypes().length > 0;
  const link = (place: Place) => (
    <Link
      key={place.to}
      to={place.to}
      className={classes.place}
      data-here={here(place) || undefined}
      aria-current={here(place) ? 'page' : undefined}
    >
      <place.icon size={21} stroke={1.75} aria-hidden />
      {place.label}
    </Link>
  );
  return (
    <nav className={classes.rail} aria-label="Main">
      <Link to="/" className={classes.mark} aria-label="Pipit, home">
        <Bird size={36} />
      </Link>
      {[home, pages, media, ...(hasRecords ? [records] : [])].map(link)}
      <ExtensionPlaces />
      <span className={classes.space} />
      {link(settings)}
      <Link to="/account" className={classes.you} aria-label={`Your account, ${user.name}`}>
        <Person id={user.id} name={user.name} silent />
      </Link>
    </nav>
  );
}

/** Where extensions have screens of their own. */
function ExtensionPlaces() {
  const screens = useExtensions((all) => all.screens);
  const path = useRouterState({ select: (state) => state.location.pathname });
  return screens.map((screen) => {
    const here = path === `/x/${screen.path}` || path.startsWith(`/x/${screen.path}/`);
    return (
      <Link
        key={screen.path}
        to="/x/$"
        params={{ _splat: screen.path }}
        className={classes.place}
        data-here={here || undefined}
        aria-current={here ? 'page' : undefined}
      >
        <TypeIcon name={screen.icon} size={21} fallback="puzzle" />
        {screen.label}
      </Link>
    );
  });
}

/** The bar at the foot on phones. */
export function TabBar() {
  const here = useArea();
  const { setPaletteOpen } = useShell();
  const hasRecords = useRecordTypes().length > 0;
  const link = (place: Place) => (
    <Link
      to={place.to}
      className={classes.tab}
      data-here={here(place) || undefined}
      aria-current={here(place) ? 'page' : undefined}
    >
      <place.icon size={22} stroke={1.75} aria-hidden />
      {place.label}
    </Link>
  );
  return (
    <nav className={classes.bar} aria-label="Main">
      {link(home)}
      {link(pages)}
      {link(media)}
      {hasRecords && link(records)}
      <button type="button" className={classes.tab} onClick={() => setPaletteOpen(true)}>
        <IconSearch size={22} stroke={1.75} aria-hidden />
        Search
      </button>
      {link(settings)}
    </nav>
  );
}
