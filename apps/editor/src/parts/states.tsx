import { Button, Skeleton } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useState, type ReactNode } from 'react';
import { ApiProblem } from '../api/problem';
import { Bird } from './bird';
import classes from './states.module.css';

/** Nothing here yet: the bird on a line, one sentence, at most one button. */
export function Empty({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className={classes.empty}>
      <Bird size={64} ground="var(--sheet)" />
      <hr />
      <p>{children}</p>
      {action}
    </div>
  );
}

/** Says in words what went wrong: what the server said, or that it can't be reached. */
export function describeProblem(error: unknown): string {
  if (error instanceof ApiProblem) {
    if (error.isOffline) return 'Pipit can’t reach the server. Check the connection.';
    if (error.status === 403) return error.body.detail ?? 'You may not see this.';
    if (error.status >= 500) return 'The server has a problem. It has been written to its log.';
    return error.message;
  }
  return 'Something in the editor went wrong.';
}

/** What the server refused, by the place in the request it is about. */
export function faultsOf(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof ApiProblem)) return {};
  return Object.fromEntries(
    error.errors.filter(({ path }) => path !== '/parentId').map((fault) => [fault.path, fault.message]),
  );
}

/** An error in place: what happened, what is safe, what to do. The code is folded away. */
export function ProblemNote({
  error,
  what,
  safe,
  onRetry,
}: {
  error: unknown;
  what: string;
  safe?: string;
  onRetry?: () => void;
}) {
  const code = error instanceof ApiProblem ? `${error.status} ${error.code}` : String(error);
  return (
    <div className={classes.problem} role="alert">
      <IconAlertTriangle size={18} stroke={1.75} aria-hidden />
      <div>
        <p>
          <b>{what}</b> {describeProblem(error)} {safe}
        </p>
        <details>
          <summary>Details</summary>
          <code>{code}</code>
        </details>
        {onRetry && (
          <Button size="xs" onClick={onRetry} mt={8}>
            Try again
          </Button>
        )}
      </div>
    </div>
  );
}

/** True after `delay` ms: nothing flashes when an answer comes at once. */
export function useLater(delay = 300): boolean {
  const [later, setLater] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLater(true), delay);
    return () => clearTimeout(timer);
  }, [delay]);
  return later;
}

/** Skeleton rows in the height of real ones. */
export function SkeletonRows({ rows = 8, height = 'var(--row)' }: { rows?: number; height?: string }) {
  const later = useLater();
  return (
    <div className={classes.skeleton} role="status" aria-label="Loading">
      {later &&
        Array.from({ length: rows }, (_, index) => (
          <div key={index} style={{ height }}>
            <Skeleton height={12} width={`${38 + ((index * 17) % 30)}%`} radius={4} />
          </div>
        ))}
    </div>
  );
}

interface LoadedProps {
  found: { isError: boolean; isPending: boolean; error: unknown; refetch: () => Promise<unknown> };
  /** What is told when it did not come: “The users could not be loaded.” */
  what: string;
  children: ReactNode;
}

/** What was asked for, once it is there; until then grey rows, and what went wrong if something did. */
export function Loaded({ found, what, children }: LoadedProps) {
  if (found.isError) return <ProblemNote error={found.error} what={what} onRetry={() => void found.refetch()} />;
  return found.isPending ? <SkeletonRows /> : children;
}
