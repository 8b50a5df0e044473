import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '../api';
import { useFormFaults } from '../parts/form-faults';
import { useTitle } from '../parts/title';
import { Door, ToSignIn } from './door';
import { linkSecret } from './link-secret';
import classes from './sign-in.module.css';

/** Says that an address is one's own. By a button: programs that look at mail open links too. */
export function ConfirmEmail() {
  const [token] = useState(linkSecret);
  const [done, setDone] = useState(false);
  const faults = useFormFaults([]);
  useTitle('Your address');
  if (done) {
    return (
      <Door title="That is your address now">
        <div className={classes.kept} role="status">
          <IconCircleCheck size={18} stroke={1.75} aria-hidden />
          <span>You sign in with it from now on, and mail goes there.</span>
        </div>
        <ToSignIn>Go to Pipit</ToSignIn>
      </Door>
    );
  }
  return (
    <Door title="Is this your address?">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void faults.run(() => api.auth.confirmEmail(token)).then(setDone);
        }}
      >
        <p>You followed a link that was sent to it. If you asked for that, say so.</p>
        {faults.rest && <p role="alert">{faults.rest}</p>}
        <Button type="submit" variant="filled" fullWidth loading={faults.busy}>
          Yes, it is mine
        </Button>
      </form>
      <ToSignIn>Go to Pipit</ToSignIn>
    </Door>
  );
}
