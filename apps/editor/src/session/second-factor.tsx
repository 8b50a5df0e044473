import { Button, TextInput } from '@mantine/core';
import { IconShieldLock } from '@tabler/icons-react';
import { useEffect, useState, type FormEvent } from 'react';
import { api, type Enrolment, type HalfSession, type Session } from '../api';
import { useFormFaults } from '../parts/form-faults';
import { ProblemNote } from '../parts/states';
import { AppSetUp } from './app-set-up';
import { RecoveryCodes } from './recovery-codes';
import classes from './sign-in.module.css';

interface SecondFactorProps {
  half: HalfSession;
  onIn: (session: Session) => void;
  /** Begin again with the password. */
  onBack: () => void;
}

/** The second half of signing in: a code, or setting up an app first. */
export function SecondFactor({ half, onIn, onBack }: SecondFactorProps) {
  return (
    <>
      {half.enrolment ? <Enrol half={half} onIn={onIn} /> : <Code half={half} onIn={onIn} />}
      <p className={classes.other}>
        <button type="button" className="link" onClick={onBack}>
          Begin again
        </button>
      </p>
    </>
  );
}

function Code({ half, onIn }: Pick<SecondFactorProps, 'half' | 'onIn'>) {
  const [code, setCode] = useState('');
  const [lost, setLost] = useState(false);
  const faults = useFormFaults(['code']);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void faults.run(async () => onIn(await api.auth.secondFactor(half.ticket, code.trim())));
  };
  return (
    <form onSubmit={submit} noValidate>
      <TextInput
        key={String(lost)}
        label={lost ? 'Recovery code' : 'Code'}
        description={lost ? 'Each works once: abcde-fghjk' : 'The six digits that your authenticator app shows.'}
        inputMode={lost ? 'text' : 'numeric'}
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={lost ? 20 : 7}
        value={code}
        autoFocus
        onChange={(event) => setCode(event.currentTarget.value)}
        leftSection={<IconShieldLock size={18} stroke={1.75} />}
        error={faults.of('code') ?? faults.rest}
        errorProps={{ role: 'alert' }}
      />
      <Button type="submit" variant="filled" fullWidth loading={faults.busy} disabled={code.trim().length < 6}>
        Sign in
      </Button>
      <button
        type="button"
        className={`link ${classes.instead}`}
        onClick={() => {
          setLost(!lost);
          setCode('');
        }}
      >
        {lost ? 'Use the app' : 'I don’t have my phone'}
      </button>
    </form>
  );
}

function Enrol({ half, onIn }: Pick<SecondFactorProps, 'half' | 'onIn'>) {
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [session, setSession] = useState<(Session & { recoveryCodes: string[] }) | null>(null);
  useEffect(() => {
    let here = true;
    api.auth.enrol(half.ticket).then(
      (answer) => here && setEnrolment(answer),
      (error: unknown) => here && setProblem(error),
    );
    return () => {
      here = false;
    };
  }, [half.ticket]);
  if (problem) return <ProblemNote error={problem} what="Setting up did not begin." />;
  if (session) return <RecoveryCodes codes={session.recoveryCodes} action="Go on" onDone={() => onIn(session)} />;
  if (!enrolment) return null;
  return (
    <>
      <p className={classes.place}>A group of yours asks for a second factor. It takes a minute, once.</p>
      <AppSetUp
        enrolment={enrolment}
        action="Switch it on and sign in"
        onCode={async (code) => setSession(await api.auth.confirmEnrolment(half.ticket, code))}
      />
    </>
  );
}
