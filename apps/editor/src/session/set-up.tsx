import { Button, PasswordInput, TextInput } from '@mantine/core';
import { IconKey, IconMail, IconTerminal2, IconUser } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { api, ApiProblem } from '../api';
import { useFormFaults } from '../parts/form-faults';
import { useTitle } from '../parts/title';
import { Door } from './door';
import { useSession } from './session';
import classes from './sign-in.module.css';

const empty = { code: '', name: '', email: '', password: '' };

/** The first administrator of a fresh server. Whoever reads the server's log has the code that opens it. */
export function SetUp() {
  const { enter, start } = useSession();
  const [values, setValues] = useState(empty);
  const faults = useFormFaults(['code', 'name', 'email', 'password']);
  useTitle('Set Pipit up');
  const isWhole = Object.values(values).every((value) => value.trim() !== '');
  const field = (name: keyof typeof empty) => ({
    name,
    value: values[name],
    error: faults.of(name),
    errorProps: { role: 'alert' },
    onChange: ({ currentTarget: { value } }: { currentTarget: HTMLInputElement }) =>
      setValues((before) => ({ ...before, [name]: value })),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void faults.run(async () => {
      try {
        await enter(await api.auth.setUp({ ...values, email: values.email.trim() }));
      } catch (error) {
        // Somebody else was first: there is an account to sign in with.
        if (error instanceof ApiProblem && error.status === 404) start();
        throw error;
      }
    });
  };
  return (
    <Door title="Set Pipit up">
      <form onSubmit={submit} noValidate>
        <p>There is no account here yet. Make the first one: it may do everything, and make the others.</p>
        <TextInput
          {...field('code')}
          label="Set-up code"
          description="The server wrote it into its log when it started."
          placeholder="xxxxx-xxxxx-xxxxx-xxxxx"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          leftSection={<IconTerminal2 size={18} stroke={1.75} />}
        />
        <TextInput
          {...field('name')}
          label="Your name"
          autoComplete="name"
          leftSection={<IconUser size={18} stroke={1.75} />}
        />
        <TextInput
          {...field('email')}
          label="Email"
          type="email"
          autoComplete="username"
          leftSection={<IconMail size={18} stroke={1.75} />}
        />
        <PasswordInput
          {...field('password')}
          label="Password"
          description="At least 8 characters. A few words in a row are good, and easy to keep in mind."
          autoComplete="new-password"
          leftSection={<IconKey size={18} stroke={1.75} />}
          visibilityToggleButtonProps={{ 'aria-label': 'Show password', tabIndex: 0 }}
        />
        {faults.rest && (
          <p role="alert" className={classes.problem}>
            {faults.rest}
          </p>
        )}
        <Button type="submit" variant="filled" fullWidth loading={faults.busy} disabled={!isWhole}>
          Make the account
        </Button>
      </form>
    </Door>
  );
}
