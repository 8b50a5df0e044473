import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { Enrolment } from '../api';
import { useFormFaults } from '../parts/form-faults';
import { QrCode } from './qr-code';
import classes from './second-factor.module.css';

/** Tells an authenticator app its secret, and asks for its first code. */
export function AppSetUp({
  enrolment,
  onCode,
  action,
}: {
  enrolment: Enrolment;
  onCode: (code: string) => Promise<unknown>;
  action: string;
}) {
  const [code, setCode] = useState('');
  const faults = useFormFaults(['code']);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void faults.run(() => onCode(code)).then((done) => !done && setCode(''));
  };
  return (
    <form onSubmit={submit} noValidate className={classes.setUp}>
      <ol className={classes.steps}>
        <li>
          Scan this with an authenticator app on your phone.
          <div className={classes.code}>
            <QrCode text={enrolment.uri} label="The code to scan with your app" />
            <p>
              Or type it: <code>{enrolment.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
            </p>
            <p className={classes.here}>
              <a href={enrolment.uri} className="link">
                Open it in an app on this device
              </a>
            </p>
          </div>
        </li>
        <li>
          <TextInput
            label="Write the six digits it shows"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={7}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
            error={faults.of('code') ?? faults.rest}
            errorProps={{ role: 'alert' }}
          />
        </li>
      </ol>
      <Button type="submit" variant="filled" fullWidth loading={faults.busy} disabled={code.trim().length < 6}>
        {action}
      </Button>
    </form>
  );
}
