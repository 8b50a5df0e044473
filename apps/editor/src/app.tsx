import { Notifications } from '@mantine/notifications';
import { RouterProvider } from '@tanstack/react-router';
import { ExtensionProblems, useExtensionsStart } from './extensions';
import { router } from './router';
import { SessionProvider, useSession } from './session/session';
import { doorAt } from './session/doors';
import { SetUp } from './session/set-up';
import { SignIn, Unreachable } from './session/sign-in';
import classes from './app.module.css';

function Gate() {
  return doorAt(location.pathname) ?? <Work />;
}

function Work() {
  const { phase, start } = useSession();
  if (phase === 'starting') return null;
  if (phase === 'unreachable') return <Unreachable onRetry={start} />;
  if (phase === 'new') return <SetUp />;
  if (phase === 'signed-out') return <SignIn />;
  const away = phase === 'timed-out';
  return (
    <>
      <div className={classes.work} inert={away} aria-hidden={away || undefined}>
        <WithExtensions />
      </div>
      {away && (
        <div className={classes.over}>
          <SignIn />
        </div>
      )}
    </>
  );
}

function WithExtensions() {
  useExtensionsStart();
  return (
    <>
      <RouterProvider router={router} />
      <ExtensionProblems />
    </>
  );
}

/** The editor: session, screens, messages. */
export function App() {
  return (
    <SessionProvider>
      <Gate />
      <Notifications position="bottom-center" limit={3} />
    </SessionProvider>
  );
}
