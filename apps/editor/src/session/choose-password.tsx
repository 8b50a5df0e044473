import { Button, PasswordInput } from '@mantine/core';
import { IconCircleCheck, IconKey } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { api } from '../api';
import { useFormFaults } from '../parts/form-faults';
import { useTitle } from '../parts/title';
import { Door, ToSignIn } from './door';
import { linkSecret } from './link-secret';
import classes from './sign-in.module.css';

const words = {
  reset: { title: 'A new password', again: '/editor/forgot-password', ask: 'Ask for a new link' },
  invitation: { title: 'Welcome', again: null, ask: null },
};

/** Chooses a password by way of a link: the first one, or a new one. */
export function ChoosePassword({ purpose }: { purpose: 'reset' | 'invitation' }) {
  const [token] = useState(linkSecret);
  const [password, setPassword] = useState('');
  const [done, setDone] = useState(false);
  const faults = useFormFaults(['password']);
  const { title, again, ask } = words[purpose];
  useTitle(title);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void faults.run(() => api.auth.choosePassword({ purpose, token, password })).then(setDone);
  };
  if (done) {
    return (
      <Door title="That is your password now">
        <div className={classes.kept} role="status">
          <IconCircleCheck size={18} stroke={1.75} aria-hidden />
          <span>Everybody who was signed in to this account was signed out.</span>
        </div>
        <Button component="a" href="/editor/" variant="filled" fullWidth>
          Sign in
        </Button>
      </Door>
    );
  }
  return (
    <Door title={title}>
      <form onSubmit={submit} noValidate>
        <p>
          {purpose === 'invitation'
            ? 'An account was made for you. Choose a password, and it is yours.'
            : 'Choose the password you want to sign in with from now on.'}
        </p>
        <PasswordInput
          label="New password"
          description="At least 8 characters. A few words in a row are good, and easy to keep in mind."
          autoComplete="new-password"
          value={password}
          autoFocus
          onChange={(event) => setPassword(event.currentTarget.value)}
          leftSection={<IconKey size={18} stroke={1.75} />}
          error={faults.of('password') ?? faults.rest}
          errorProps={{ role: 'alert' }}
          visibilityToggleButtonProps={{ 'aria-label': 'Show password', tabIndex: 0 }}
        />
        <Button type="submit" variant="filled" fullWidth loading={faults.busy} disabled={password === ''}>
          Keep this password
        </Button>
      </form>
      {again && faults.rest && (
        <p className={classes.other}>
          <a href={again} className="link">
            {ask}
          </a>
        </p>
      )}
      <ToSignIn>Go to signing in</ToSignIn>
    </Door>
  );
}
