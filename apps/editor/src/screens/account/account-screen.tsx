import { Button, SegmentedControl } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { api } from '../../api';
import { Person } from '../../parts/marks';
import { describeProblem } from '../../parts/states';
import { useTitle } from '../../parts/title';
import { useSession, useUser } from '../../session/session';
import { SettingsBar } from '../../shell/settings-bar';
import { useAppearance, type Appearance, type Contrast, type Density, type Scheme } from '../../theme/appearance';
import classes from './account.module.css';
import { DevicesSection } from './devices-section';
import { FactorSection } from './factor-section';
import { PasswordSection } from './password-section';
import { PictureSection } from './picture-section';
import { ProfileSection } from './profile-section';

function Row({ title, help, children }: { title: string; help: string; children: ReactNode }) {
  return (
    <div className={classes.row}>
      <div>
        <h3>{title}</h3>
        <p>{help}</p>
      </div>
      {children}
    </div>
  );
}

const shortcuts: [keys: string, what: string][] = [
  ['Ctrl K', 'Search or jump to'],
  ['Ctrl S', 'Save the draft'],
  ['Ctrl \\', 'Show or hide the page tree'],
  ['/', 'Filter the page tree'],
  ['Esc', 'Close what is open, lose nothing'],
];

/** You: account, appearance, shortcuts. */
export function AccountScreen() {
  const user = useUser();
  const { signOut, updateUser } = useSession();
  const [appearance, change] = useAppearance();
  const [problem, setProblem] = useState<string | null>(null);
  useTitle('Settings');
  const set = (part: Partial<Appearance>): void => {
    const next = change(part);
    setProblem(null);
    api.auth
      .savePreferences({ ...user.preferences, appearance: next })
      .then(updateUser, (error: unknown) => setProblem(`It holds on this device only. ${describeProblem(error)}`));
  };
  return (
    <>
      <SettingsBar path={[{ label: 'Your account', link: { to: '/account' } }]} phoneTitle="You" />
      <div className={classes.scroller}>
        <div className={classes.narrow}>
          <h1>Your account</h1>
          <section>
            <h2>You</h2>
            <div className={classes.you}>
              <Person id={user.id} name={user.name} size={48} silent />
              <div>
                <b>{user.name}</b>
                <p>{user.email}</p>
                <PictureSection />
              </div>
              <Button onClick={() => void signOut()} leftSection={<IconLogout size={18} stroke={1.75} />}>
                Sign out
              </Button>
            </div>
            <ProfileSection />
          </section>
          <section>
            <h2>Signing in</h2>
            <PasswordSection />
            <FactorSection />
          </section>
          <section>
            <h2>Where you are signed in</h2>
            <DevicesSection />
          </section>
          <section>
            <h2>Appearance</h2>
            <Row title="Theme" help="System follows your device.">
              <SegmentedControl
                aria-label="Theme"
                value={appearance.scheme}
                onChange={(value) => set({ scheme: value as Scheme })}
                data={[
                  { value: 'light', label: 'Light' },
                  { value: 'dark', label: 'Dark' },
                  { value: 'auto', label: 'System' },
                ]}
              />
            </Row>
            <Row title="Contrast" help="High makes every line solid and every text darker.">
              <SegmentedControl
                aria-label="Contrast"
                value={appearance.contrast}
                onChange={(value) => set({ contrast: value as Contrast })}
                data={[
                  { value: 'normal', label: 'Normal' },
                  { value: 'more', label: 'High' },
                  { value: 'auto', label: 'System' },
                ]}
              />
            </Row>
            <Row title="Density" help="Compact shows more rows at once.">
              <SegmentedControl
                aria-label="Density"
                value={appearance.density}
                onChange={(value) => set({ density: value as Density })}
                data={[
                  { value: 'comfortable', label: 'Comfortable' },
                  { value: 'compact', label: 'Compact' },
                ]}
              />
            </Row>
            {problem && (
              <p role="alert" className={classes.problem}>
                {problem}
              </p>
            )}
          </section>
          <section className="no-phone">
            <h2>Shortcuts</h2>
            <dl className={classes.keys}>
              {shortcuts.map(([keys, what]) => (
                <div key={keys}>
                  <dt>
                    <kbd>{keys}</kbd>
                  </dt>
                  <dd>{what}</dd>
                </div>
              ))}
            </dl>
          </section>
        </div>
      </div>
    </>
  );
}
