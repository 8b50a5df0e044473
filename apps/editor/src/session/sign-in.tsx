import { Button, PasswordInput, TextInput } from '@mantine/core';
import { IconCloudCheck, IconEye, IconEyeOff, IconKey, IconMail } from '@tabler/icons-react';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { ApiProblem, type HalfSession } from '../api';
import { listDrafts, type LocalDraft } from '../editing/local-drafts';
import { Bird } from '../parts/bird';
import { count } from '../parts/words';
import { SecondFactor } from './second-factor';
import { useSession } from './session';
import { SignInArt } from './sign-in-art';
import classes from './sign-in.module.css';

function reasonOf(error: unknown): string {
  if (!(error instanceof ApiProblem)) return 'Signing in did not work. Try again.';
  if (error.code === 'invalid_credentials') return 'Email and password don’t match. Check both.';
  if (error.code === 'too_many_attempts' || error.status === 429)
    return 'Too many attempts. Wait a few minutes, then try again.';
  if (error.isOffline) return 'Pipit can’t reach the server. Check the connection.';
  return error.message;
}

function keptSentence(drafts: LocalDraft[]): string {
  const [first] = drafts;
  if (!first) return 'Sign in to go on where you were.';
  const number = Object.keys(first.fields).length;
  const others = drafts.length > 1 ? ` and changes to ${count(drafts.length - 1, 'other item')}` : '';
  return `${count(number, 'change')} to “${first.title}”${others} ${number === 1 && !others ? 'is' : 'are'} kept on this device and will be there.`;
}

/** Sign in, also after a timeout: then the screens below stay as they are. */
export function SignIn() {
  const { phase, user, signIn, enter } = useSession();
  const [half, setHalf] = useState<HalfSession | null>(null);
  const timedOut = phase === 'timed-out';
  const [email, setEmail] = useState(user?.email ?? '');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [drafts, setDrafts] = useState<LocalDraft[]>([]);
  const passwordField = useRef<HTMLInputElement>(null);

  useEffect(() => {
    document.title = 'Sign in · Pipit';
    if (timedOut)
      listDrafts(user?.id ?? null).then(
        (list) => setDrafts(list.map((item) => item.draft)),
        () => undefined,
      );
  }, [timedOut, user]);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    signIn(email.trim(), password)
      .then(setHalf)
      .catch((error: unknown) => {
        setProblem(reasonOf(error));
        passwordField.current?.select();
      })
      .finally(() => setBusy(false));
  };

  return (
    <div className={classes.wrap}>
      <main className={classes.side}>
        <div className={classes.brand}>
          <Bird size={34} ground="var(--sheet)" />
          Pipit
        </div>
        <div className={classes.box}>
          <h1>{timedOut ? 'Welcome back' : 'Sign in'}</h1>
          <p className={classes.place}>{location.host}</p>
          {timedOut && (
            <div className={classes.kept} role="status">
              <IconCloudCheck size={18} stroke={1.75} aria-hidden />
              <span>
                <b>Nothing was lost.</b> You were signed out. {keptSentence(drafts)}
              </span>
            </div>
          )}
          {half && (
            <SecondFactor
              half={half}
              onIn={(session) => void enter(session)}
              onBack={() => {
                setHalf(null);
                setPassword('');
              }}
            />
          )}
          <form onSubmit={submit} hidden={half !== null}>
            <TextInput
              label="Email"
              type="email"
              name="email"
              autoComplete="username"
              required
              withAsterisk={false}
              value={email}
              autoFocus={!timedOut}
              onChange={(event) => setEmail(event.currentTarget.value)}
              leftSection={<IconMail size={18} stroke={1.75} />}
              readOnly={timedOut && Boolean(user)}
            />
            <PasswordInput
              ref={passwordField}
              label="Password"
              name="password"
              autoComplete="current-password"
              required
              withAsterisk={false}
              value={password}
              autoFocus={timedOut}
              onChange={(event) => setPassword(event.currentTarget.value)}
              leftSection={<IconKey size={18} stroke={1.75} />}
              error={problem}
              errorProps={{ role: 'alert' }}
              visibilityToggleIcon={({ reveal }) =>
                reveal ? <IconEyeOff size={18} stroke={1.75} /> : <IconEye size={18} stroke={1.75} />
              }
              visibilityToggleButtonProps={{ 'aria-label': 'Show password', tabIndex: 0 }}
            />
            <Button type="submit" variant="filled" fullWidth loading={busy}>
              Sign in
            </Button>
          </form>
          {!timedOut && !half && (
            <p className={classes.other}>
              <a href="/editor/forgot-password" className="link">
                Forgot your password?
              </a>
            </p>
          )}
          {timedOut && (
            <p className={classes.other}>
              <button type="button" className="link" onClick={() => location.reload()}>
                Sign in as somebody else
              </button>
            </p>
          )}
        </div>
      </main>
      <SignInArt />
    </div>
  );
}

/** The page while the server does not answer at all. */
export function Unreachable({ onRetry }: { onRetry: () => void }) {
  return (
    <main className={classes.alone}>
      <Bird size={64} ground="var(--canvas)" />
      <h1>Pipit can’t reach the server</h1>
      <p>Nothing is lost: what you typed stays on this device.</p>
      <Button variant="filled" onClick={onRetry}>
        Try again
      </Button>
    </main>
  );
}
