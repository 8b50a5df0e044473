import { Button, TextInput } from '@mantine/core';
import { IconMail, IconMailCheck } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { api } from '../api';
import { useFormFaults } from '../parts/form-faults';
import { useTitle } from '../parts/title';
import { Door, ToSignIn } from './door';
import classes from './sign-in.module.css';

/** Asks for a link to choose a new password. What is said does not depend on whether there is such an account. */
export function ForgotPassword() {
  const [email, setEmail] = useState('');
  const [sent, setSent] = useState(false);
  const faults = useFormFaults(['email']);
  useTitle('Forgot your password');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void faults.run(() => api.auth.forgotPassword(email.trim())).then(setSent);
  };
  if (sent) {
    return (
      <Door title="Look into your mail">
        <div className={classes.kept} role="status">
          <IconMailCheck size={18} stroke={1.75} aria-hidden />
          <span>
            If somebody has an account with <b>{email.trim()}</b>, a link is on its way there. It works once and for an
            hour.
          </span>
        </div>
        <ToSignIn>Back to signing in</ToSignIn>
      </Door>
    );
  }
  return (
    <Door title="Forgot your password?">
      <form onSubmit={submit} noValidate>
        <p>Say which address you sign in with, and you get a link to choose a new one.</p>
        <TextInput
          label="Email"
          type="email"
          autoComplete="username"
          value={email}
          autoFocus
          onChange={(event) => setEmail(event.currentTarget.value)}
          leftSection={<IconMail size={18} stroke={1.75} />}
          error={faults.of('email') ?? faults.rest}
          errorProps={{ role: 'alert' }}
        />
        <Button type="submit" variant="filled" fullWidth loading={faults.busy} disabled={!email.trim()}>
          Send me a link
        </Button>
      </form>
      <ToSignIn>Back to signing in</ToSignIn>
    </Door>
  );
}
