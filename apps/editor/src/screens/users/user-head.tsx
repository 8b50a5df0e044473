import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconDots,
  IconDoorExit,
  IconKey,
  IconLink,
  IconMail,
  IconTrash,
  IconUserCheck,
  IconUserOff,
} from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queryKeys, type Invitation, type UserDetail } from '../../api';
import { day, whenWithin } from '../../parts/dates';
import { Confirm } from '../../parts/confirm';
import { Person } from '../../parts/marks';
import { describeProblem } from '../../parts/states';
import { showNote } from '../../parts/undo';
import { count } from '../../parts/words';
import { DeleteUserDialog } from './delete-user-dialog';
import { InvitationDialog } from './new-user-dialog';
import { PasswordDialog } from './password-dialog';
import { UserStateTag } from './state-tag';
import classes from './user.module.css';

const icon = { size: 16, stroke: 1.75 };

/** Who it is, how their account stands, and what can be done with it. */
export function UserHead({ user }: { user: UserDetail }) {
  const queries = useQueryClient();
  const [asking, setAsking] = useState<'suspend' | 'delete' | 'password' | null>(null);
  const [invitation, setInvitation] = useState<Invitation | null>(null);
  const [busy, setBusy] = useState(false);
  const refresh = (): Promise<void> => queries.invalidateQueries({ queryKey: queryKeys.users });
  const act = (work: () => Promise<unknown>, done: string): void => {
    setBusy(true);
    work()
      .then(() => showNote(done))
      .catch((error: unknown) => showNote(describeProblem(error)))
      .finally(() => {
        setBusy(false);
        setAsking(null);
        void refresh();
      });
  };
  const invite = (by: 'mail' | 'link'): void => {
    if (by === 'mail') return act(() => api.users.invite(user.id, 'mail'), `${user.name} gets an invitation by mail.`);
    api.users.invite(user.id, 'link').then(setInvitation, (error: unknown) => showNote(describeProblem(error)));
  };
  const invited = user.state === 'invited';
  const suspended = user.state === 'suspended';
  return (
    <header className={classes.head}>
      <Person id={user.id} name={user.name} size={56} silent />
      <div className={classes.headText}>
        <h1>{user.name}</h1>
        <p className={classes.facts}>
          <UserStateTag state={user.state} />
          <span>{user.email || 'No address'}</span>
          <span>{user.lastLoginAt ? `Last signed in ${whenWithin(user.lastLoginAt)}` : 'Never signed in'}</span>
          <span>Here since {day(user.createdAt)}</span>
          {user.sessions > 0 && <span>{count(user.sessions, 'device')} signed in</span>}
          <span>{user.hasSecondFactor ? 'Second factor on' : 'No second factor'}</span>
        </p>
      </div>
      {user.can.edit && (
        <div className={classes.tools}>
          {invited && (
            <Button leftSection={<IconMail {...icon} />} onClick={() => invite('mail')} loading={busy}>
              Invite by mail
            </Button>
          )}
          {suspended && user.can.remove && (
            <Button
              leftSection={<IconUserCheck {...icon} />}
              loading={busy}
              onClick={() => act(() => api.users.activate(user.id), `${user.name} can sign in again.`)}
            >
              Let in again
            </Button>
          )}
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon aria-label={`What can be done with ${user.name}`}>
                <IconDots size={18} stroke={1.75} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {invited && (
                <Menu.Item leftSection={<IconLink {...icon} />} onClick={() => invite('link')}>
                  Invite by a link
                </Menu.Item>
              )}
              <Menu.Item leftSection={<IconKey {...icon} />} onClick={() => setAsking('password')}>
                Set a password
              </Menu.Item>
              {user.sessions > 0 && (
                <Menu.Item
                  leftSection={<IconDoorExit {...icon} />}
                  onClick={() => act(() => api.users.endSessions(user.id), `${user.name} was signed out everywhere.`)}
                >
                  Sign out everywhere
                </Menu.Item>
              )}
              {user.can.remove && !suspended && (
                <Menu.Item leftSection={<IconUserOff {...icon} />} onClick={() => setAsking('suspend')}>
                  Suspend
                </Menu.Item>
              )}
              {user.can.remove && (
                <Menu.Item leftSection={<IconTrash {...icon} />} data-danger onClick={() => setAsking('delete')}>
                  Delete
                </Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
        </div>
      )}
      {asking === 'suspend' && (
        <Confirm
          opened
          title={`Suspend ${user.name}?`}
          action="Suspend"
          busy={busy}
          onConfirm={() => act(() => api.users.suspend(user.id), `${user.name} was suspended and signed out.`)}
          onClose={() => setAsking(null)}
        >
          <p>
            They are signed out everywhere at once and cannot sign in. What is theirs stays, and you can let them in
            again whenever you like.
          </p>
        </Confirm>
      )}
      {asking === 'delete' && <DeleteUserDialog user={user} onClose={() => setAsking(null)} />}
      {asking === 'password' && (
        <PasswordDialog user={user} onClose={() => setAsking(null)} onSaved={() => void refresh()} />
      )}
      {invitation && <InvitationDialog name={user.name} invitation={invitation} onClose={() => setInvitation(null)} />}
    </header>
  );
}
