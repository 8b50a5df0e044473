import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { CopyAction } from '../parts/copy-line';
import classes from './second-factor.module.css';

/** Codes for the day the phone is lost, shown once. */
export function RecoveryCodes({ codes, onDone, action }: { codes: string[]; onDone: () => void; action: string }) {
  const [kept, setKept] = useState(false);
  return (
    <div className={classes.setUp}>
      <p>
        Each of these stands in for your phone once. They are shown only now: print them, or keep them where you keep
        your passwords.
      </p>
      <ul className={classes.codes} aria-label="Recovery codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <CopyAction value={codes.join('\n')} label="Copy all" />
      <Checkbox label="I have kept them" checked={kept} onChange={(event) => setKept(event.currentTarget.checked)} />
      <Button variant="filled" fullWidth disabled={!kept} onClick={onDone}>
        {action}
      </Button>
    </div>
  );
}
