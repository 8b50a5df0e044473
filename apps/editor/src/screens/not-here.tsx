import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { ApiProblem } from '../api';
import { Empty, ProblemNote } from '../parts/states';
import { useTitle } from '../parts/title';
import { TopBar } from '../shell/top-bar';

/** A screen whose subject is missing or can't be loaded. */
export function NotHere({
  error,
  what = 'page',
  forbidden = error instanceof ApiProblem && error.status === 403,
}: {
  error?: unknown;
  what?: string;
  /** It is there, or could be, but not for this person. */
  forbidden?: boolean;
}) {
  const missing = forbidden || !error || (error instanceof ApiProblem && error.status === 404);
  useTitle(forbidden ? 'Not for you' : missing ? 'Not here' : 'Problem');
  return (
    <>
      <TopBar crumbs={[{ label: 'Home', link: { to: '/' } }]} back={{ label: 'Home', link: { to: '/' } }} />
      <div style={{ padding: '0 28px', overflow: 'auto' }}>
        {missing ? (
          <Empty
            action={
              <Button component={Link} {...({ to: '/' } as object)}>
                Go to Home
              </Button>
            }
          >
            {forbidden
              ? `Your account may not open this ${what}. Ask an administrator if you need it.`
              : `There is no ${what} here. It may have been moved to trash, or the link is wrong.`}
          </Empty>
        ) : (
          <ProblemNote
            error={error}
            what={`This ${what} could not be loaded.`}
            safe="Nothing was changed."
            onRetry={() => location.reload()}
          />
        )}
      </div>
    </>
  );
}
