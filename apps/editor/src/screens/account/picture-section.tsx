import { Button, FileButton } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queryKeys } from '../../api';
import { useAvatar } from '../../parts/avatars';
import { describeProblem } from '../../parts/states';
import { useUser } from '../../session/session';
import classes from './account.module.css';

const kinds = 'image/jpeg,image/png,image/webp,image/gif,image/avif';

/** One's picture, beside one's name wherever that stands. */
export function PictureSection() {
  const user = useUser();
  const queries = useQueryClient();
  const picture = useAvatar(user.id);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const change = (work: Promise<void>): void => {
    setBusy(true);
    setProblem(null);
    work
      .then(() => queries.invalidateQueries({ queryKey: queryKeys.avatars }))
      .catch((error: unknown) => setProblem(describeProblem(error)))
      .finally(() => setBusy(false));
  };
  return (
    <div className={classes.picture}>
      <FileButton accept={kinds} onChange={(file) => file && change(api.avatars.set(file))}>
        {(props) => (
          <Button {...props} size="xs" loading={busy}>
            {picture ? 'Change picture' : 'Add a picture'}
          </Button>
        )}
      </FileButton>
      {picture && (
        <Button size="xs" variant="subtle" disabled={busy} onClick={() => change(api.avatars.remove())}>
          Remove
        </Button>
      )}
      {problem && (
        <p role="alert" className={classes.problem}>
          {problem}
        </p>
      )}
    </div>
  );
}
