import { Button, Checkbox, Modal, MultiSelect, SegmentedControl, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { api, type GroupRow, type Invitation } from '../../api';
import { CopyLine } from '../../parts/copy-line';
import { useFormFaults } from '../../parts/form-faults';
import { day } from '../../parts/dates';
import { showNote } from '../../parts/undo';
import classes from './users.module.css';

interface NewUserDialogProps {
  groups: readonly GroupRow[];
  mayMakeAdministrators: boolean;
  onClose: () => void;
  onSaved: () => void;
}

/** Makes an account and invites its person. */
export function NewUserDialog({ groups, mayMakeAdministrators, onClose, onSaved }: NewUserDialogProps) {
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [groupIds, setGroupIds] = useState<string[]>([]);
  const [isAdministrator, setAdministrator] = useState(false);
  const [invite, setInvite] = useState<'mail' | 'link' | 'later'>('mail');
  const [made, setMade] = useState<{ id: number; name: string; invitation: Invitation } | null>(null);
  const faults = useFormFaults(['name', 'email']);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void faults.run(async () => {
      const user = await api.users.create({
        name,
        email: email.trim(),
        isAdministrator,
        groupIds: groupIds.map(Number),
        ...(invite === 'later' ? {} : { invite }),
      });
      onSaved();
      if (user.invitation?.url) return setMade({ id: user.id, name: user.name, invitation: user.invitation });
      showNote(invite === 'mail' ? `${user.name} gets an invitation by mail.` : `${user.name} was added.`);
      onClose();
      await navigate({ to: '/settings/users/$userId', params: { userId: String(user.id) } });
    });
  };
  if (made) return <InvitationDialog name={made.name} invitation={made.invitation} onClose={onClose} />;
  return (
    <Modal opened onClose={onClose} size={480} title="Add a user" closeButtonProps={{ 'aria-label': 'Close' }}>
      <form className={classes.form} onSubmit={submit} noValidate>
        <TextInput
          label="Name"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={faults.of('name')}
          autoComplete="off"
          data-autofocus
        />
        <TextInput
          label="Email"
          type="email"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={faults.of('email')}
          autoComplete="off"
        />
        <MultiSelect
          label="Groups"
          description="They may do what their groups are granted, all together."
          data={groups.map(({ id, name: label }) => ({ value: String(id), label }))}
          value={groupIds}
          onChange={setGroupIds}
          searchable
          placeholder={groupIds.length === 0 ? 'Choose groups' : ''}
        />
        {mayMakeAdministrators && (
          <Checkbox
            label="Administrator"
            description="May do everything, also make other administrators."
            checked={isAdministrator}
            onChange={(event) => setAdministrator(event.currentTarget.checked)}
          />
        )}
        <div>
          <p className={classes.hint} id="invite-by">
            How they get to choose a password
          </p>
          <SegmentedControl
            aria-labelledby="invite-by"
            fullWidth
            value={invite}
            onChange={(value) => setInvite(value as typeof invite)}
            data={[
              { value: 'mail', label: 'By mail' },
              { value: 'link', label: 'By a link' },
              { value: 'later', label: 'Later' },
            ]}
          />
        </div>
        <div className={classes.foot}>
          {faults.rest && (
            <p className={classes.fault} role="alert">
              {faults.rest}
            </p>
          )}
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="filled" loading={faults.busy} disabled={!name.trim() || !email.trim()}>
            {invite === 'later' ? 'Add user' : 'Add and invite'}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

/** The link of an invitation, shown once. */
export function InvitationDialog({
  name,
  invitation,
  onClose,
}: {
  name: string;
  invitation: Invitation;
  onClose: () => void;
}) {
  const url = invitation.url ?? '';
  return (
    <Modal opened onClose={onClose} size={520} title={`Invite ${name}`} closeButtonProps={{ 'aria-label': 'Close' }}>
      <div className={classes.form}>
        <p>
          Whoever has this link chooses the password. It works once
          {invitation.expiresAt ? `, until ${day(invitation.expiresAt)}` : ''}, and is shown here only now.
        </p>
        <CopyLine value={url} />
        <div className={classes.foot}>
          <Button variant="filled" onClick={onClose}>
            Done
          </Button>
        </div>
      </div>
    </Modal>
  );
}
