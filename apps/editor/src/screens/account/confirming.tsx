import { Button, Modal, PasswordInput } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import { api, ApiProblem } from '../../api';
import { useFormFaults } from '../../parts/form-faults';
import { describeProblem } from '../../parts/states';
import { showNote } from '../../parts/undo';
import classes from './account.module.css';

/** Does what may ask for the password once more: then it asks, and goes on by itself. */
export function useConfirming(): { run: (work: () => Promise<unknown>) => Promise<void>; dialog: ReactNode } {
  const [waiting, setWaiting] = useState<(() => Promise<unknown>) | null>(null);
  const attempt = async (work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      if (error instanceof ApiProblem && error.code === 'confirmation_needed') setWaiting(() => work);
      else showNote(describeProblem(error));
    }
  };
  const dialog = waiting && (
    <PasswordPrompt
      onClose={() => setWaiting(null)}
      onConfirmed={() => {
        setWaiting(null);
        void attempt(waiting);
      }}
    />
  );
  return { run: attempt, dialog };
}

function PasswordPrompt({ onClose, onConfirmed }: { onClose: () => void; onConfirmed: () => void }) {
  const [password, setPassword] = useState('');
  const faults = useFormFaults([]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void faults.run(() => api.me.confirm(password)).then((done) => done && onConfirmed());
  };
  return (
    <Modal opened onClose={onClose} size={420} title="Is it you?" closeButtonProps={{ 'aria-label': 'Close' }}>
      <form className={classes.form} onSubmit={submit} noValidate>
        <p>Give your password once more. For ten minutes it is not asked for again.</p>
        <PasswordInput
          label="Password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={faults.rest}
          errorProps={{ role: 'alert' }}
          visibilityToggleButtonProps={{ 'aria-label': 'Show password' }}
          data-autofocus
        />
        <div className={classes.foot}>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="filled" loading={faults.busy} disabled={password === ''}>
            Go on
          </Button>
        </div>
      </form>
    </Modal>
  );
}
