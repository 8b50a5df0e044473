import { Button, Modal, PasswordInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { api, type UserDetail } from '../../api';
import { useFormFaults } from '../../parts/form-faults';
import { showNote } from '../../parts/undo';
import classes from './users.module.css';

interface PasswordDialogProps {
  user: UserDetail;
  onClose: () => void;
  onSaved: () => void;
}

/** Sets somebody else’s password. */
export function PasswordDialog({ user, onClose, onSaved }: PasswordDialogProps) {
  const [password, setPassword] = useState('');
  const faults = useFormFaults(['password']);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void faults
      .run(() => api.users.setPassword(user.id, password))
      .then((done) => {
        if (!done) return;
        showNote(`${user.name} has a new password and was signed out everywhere.`);
        onSaved();
        onClose();
      });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size={440}
      title={`A password for ${user.name}`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <form className={classes.form} onSubmit={submit} noValidate>
        <p className={classes.hint}>
          You will have to tell it to them. An invitation or a link by mail is the better way, as nobody else learns the
          password then.
        </p>
        <PasswordInput
          label="New password"
          description="At least 8 characters."
          autoComplete="new-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={faults.of('password')}
          visibilityToggleButtonProps={{ 'aria-label': 'Show password' }}
          data-autofocus
        />
        <div className={classes.foot}>
          {faults.rest && (
            <p className={classes.fault} role="alert">
              {faults.rest}
            </p>
          )}
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="filled" loading={faults.busy} disabled={password === ''}>
            Set password
          </Button>
        </div>
      </form>
    </Modal>
  );
}
