import { useQueryClient } from '@tanstack/react-query';
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { appearanceFrom, useAppearance } from '../theme/appearance';
import {
  api,
  ApiProblem,
  onSessionEnd,
  refreshSession,
  setAccessToken,
  type HalfSession,
  type Me,
  type Session,
} from '../api';

/** `new`: nobody can be signed in yet, as the server waits for its first administrator. */
type Phase = 'starting' | 'unreachable' | 'new' | 'signed-out' | 'signed-in' | 'timed-out';
interface SessionState {
  phase: Phase;
  user: Me | null;
  start: () => void;
  /** Null when they are in; else what is still to come. */
  signIn: (email: string, password: string) => Promise<HalfSession | null>;
  /** Goes on with a session that was got otherwise: by a code, or with a new password. */
  enter: (session: Session) => Promise<void>;
  signOut: () => Promise<void>;
  updateUser: (user: Me) => void;
}

const SessionContext = createContext<SessionState | null>(null);

/** Who works here. `timed-out` keeps the screens below alive, so that nothing typed is lost. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const [phase, setPhase] = useState<Phase>('starting');
  const [user, setUser] = useState<Me | null>(null);
  const queries = useQueryClient();
  const [, changeAppearance] = useAppearance();
  // By reference: it may be a new function with every render, and starting must happen once.
  const followAccount = useRef(changeAppearance);
  followAccount.current = changeAppearance;

  const begin = useCallback((session: Session) => {
    setAccessToken(session.accessToken);
    setUser(session.user);
    setPhase('signed-in');
    const chosen = appearanceFrom(session.user.preferences.appearance);
    if (Object.keys(chosen).length) followAccount.current(chosen);
  }, []);

  const start = useCallback(() => {
    setPhase('starting');
    refreshSession().then(begin, async (error: unknown) => {
      const refused = error instanceof ApiProblem && error.status >= 400 && error.status < 500;
      if (!refused) return setPhase('unreachable');
      const fresh = await api.auth.setUpState().catch(() => ({ isOpen: false }));
      setPhase(fresh.isOpen ? 'new' : 'signed-out');
    });
  }, [begin]);

  useEffect(start, [start]);
  useEffect(() => onSessionEnd(() => setPhase((now) => (now === 'signed-in' ? 'timed-out' : now))), []);

  const enter = useCallback(
    async (session: Session) => {
      if (user && user.id !== session.user.id) {
        // Somebody else: what the first person had open is not theirs to see.
        location.reload();
        return;
      }
      begin(session);
      await queries.invalidateQueries();
    },
    [begin, queries, user],
  );

  const signIn = useCallback(
    async (email: string, password: string) => {
      const answer = await api.auth.login(email, password);
      if ('ticket' in answer) return answer;
      await enter(answer);
      return null;
    },
    [enter],
  );

  const signOut = useCallback(async () => {
    await api.auth.logout().catch(() => undefined);
    setAccessToken(null);
    setUser(null);
    queries.clear();
    setPhase('signed-out');
  }, [queries]);

  const value = useMemo(
    () => ({ phase, user, start, signIn, enter, signOut, updateUser: setUser }),
    [phase, user, start, signIn, enter, signOut],
  );
  return <SessionContext value={value}>{children}</SessionContext>;
}

/** The session in use. */
export function useSession(): SessionState {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession needs a SessionProvider above it.');
  return session;
}

/** The person who is signed in. */
export function useUser(): Me {
  const { user } = useSession();
  if (!user) throw new Error('Nobody is signed in.');
  return user;
}
