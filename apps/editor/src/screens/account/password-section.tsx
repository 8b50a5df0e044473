import { Button, PasswordInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { api, ApiProblem } from '../../api';
import { useFormFaults } from '../../parts/form-faults';
import { showNote } from '../../parts/undo';
import { useSession } from '../../session/session';
import classes from './account.module.css';

/** Another password. All other devices are signed out. */
export function PasswordSection() {
  const { enter } = useSession();
  const [open, setOpen] = useState(false);
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const faults = useFormFaults(['newPassword']);
  const [wrong, setWrong] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setWrong(false);
    void faults
      .run(async () => {
        try {
          await enter(await api.auth.changePassword(current, next));
        } catch (error) {
          if (error instanceof ApiProblem && error.code === 'invalid_credentials') setWrong(true);
          throw error;
        }
      })
      .then((done) => {
        if (!done) return;
        setOpen(false);
        setCurrent('');
        setNext('');
        showNote('Your password was changed. Other devices were signed out.');
      });
  };
  if (!open) {
    return (
      <div className={classes.row}>
        <div>
          <h3>Password</h3>
          <p>Changing it signs you out everywhere else.</p>
        </div>
        <Button onClick={() => setOpen(true)}>Change password</Button>
      </div>
    );
  }
  return (
    <form className={classes.form} onSubmit={submit} noValidate aria-label="Change password">
      <PasswordInput
        label="Present password"
        autoComplete="current-password"
        value={current}
        onChange={(event) => setCurrent(event.currentTarget.value)}
        error={wrong ? 'That is not your password.' : null}
        visibilityToggleButtonProps={{ 'aria-label': 'Show password' }}
        autoFocus
      />
      <PasswordInput
        label="New password"
        description="At least 8 characters."
        autoComplete="new-password"
        value={next}
        onChange={(event) => setNext(event.currentTarget.value)}
        error={faults.of('newPassword')}
        visibilityToggleButtonProps={{ 'aria-label': 'Show new password' }}
      />
      <div className={classes.foot}>
        {faults.rest && !wrong && (
          <p role="alert" className={classes.problem}>
            {faults.rest}
          </p>
        )}
        <Button onClick={() => setOpen(false)}>Cancel</Button>
        <Button type="submit" variant="filled" loading={faults.busy} disabled={!current || !next}>
          Change password
        </Button>
      </div>
    </form>
  );
}
