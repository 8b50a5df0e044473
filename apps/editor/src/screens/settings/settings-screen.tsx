import { Empty, ProblemNote, SkeletonRows } from '../../parts/states';
import { useTitle } from '../../parts/title';
import { TypeList } from '../../parts/type-list';
import classes from '../../parts/type-list.module.css';
import { TopBar } from '../../shell/top-bar';
import { useSettingsTypes, useSitePlaces } from './settings-data';

/** Every kind of settings, and the way to one's own. */
export function SettingsScreen() {
  const types = useSettingsTypes();
  const sections = useSitePlaces();
  useTitle('Settings');
  return (
    <>
      <TopBar
        crumbs={[{ label: 'Settings', link: { to: '/settings' } }]}
        phoneTitle="Settings"
        sideButton="Show the settings"
        back={{ label: 'Home', link: { to: '/' } }}
      />
      <div className={classes.scroller}>
        <div className={classes.narrow}>
          <h1>Settings</h1>
          <p className={classes.lead}>What holds for a whole site, and what holds for you alone.</p>
          {types.isError ? (
            <ProblemNote
              error={types.error}
              what="The settings could not be loaded."
              onRetry={() => void types.refetch()}
            />
          ) : !types.data ? (
            <SkeletonRows rows={3} height="72px" />
          ) : (
            <section className={classes.section}>
              <h2>Content</h2>
              {types.data.items.length === 0 ? (
                <Empty>No settings are declared for this site, or none you may see.</Empty>
              ) : (
                <TypeList
                  label="Settings of the site"
                  fallback="adjustments"
                  items={types.data.items.map(({ type, label, icon, scope }) => ({
                    key: type,
                    label,
                    icon,
                    description: scope === 'site' ? 'For each site' : 'For all sites',
                    link: { to: '/settings/$type', params: { type } },
                  }))}
                />
              )}
            </section>
          )}
          {sections.map(({ label, places }) => (
            <section className={classes.section} key={label}>
              <h2>{label}</h2>
              <TypeList label={label} items={places} />
            </section>
          ))}
          <section className={classes.section}>
            <h2>You</h2>
            <TypeList
              label="Your own settings"
              items={[
                {
                  key: 'account',
                  label: 'Your account',
                  icon: 'user',
                  description: 'Theme, contrast, density, sign out',
                  link: { to: '/account' },
                },
              ]}
            />
          </section>
        </div>
      </div>
    </>
  );
}
