import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queryKeys, type TrashRow } from '../../api';
import { Confirm } from '../../parts/confirm';
import { describeProblem, ProblemNote } from '../../parts/states';
import { showNote } from '../../parts/undo';
import { count } from '../../parts/words';
import detail from '../used-in.module.css';
import { UsageList } from '../used-in';
import classes from './trash.module.css';

/** Asks before pages go for good, and names what still points at them. */
export function PurgeDialog({ row, onClose, onPurged }: { row: TrashRow; onClose: () => void; onPurged: () => void }) {
  const [busy, setBusy] = useState(false);
  const loaded = useQuery({ queryKey: queryKeys.trashed(row.id), queryFn: () => api.trash.get(row.id) });
  const uses = loaded.data ? loaded.data.usage.total + loaded.data.usage.hidden : 0;
  const redirects = loaded.data?.redirects ?? [];
  const isWanted = uses > 0 || redirects.length > 0;
  const submit = (): void => {
    setBusy(true);
    api.trash
      .remove(row.id, isWanted)
      .then(({ pages }) => {
        showNote(pages === 1 ? `“${row.title}” is gone for good.` : `${count(pages, 'page')} are gone for good.`);
        onPurged();
        onClose();
      })
      .catch((error: unknown) => {
        showNote(describeProblem(error));
        void loaded.refetch();
      })
      .finally(() => setBusy(false));
  };
  return (
    <Confirm
      opened
      title={`Delete “${row.title}” for good?`}
      action={isWanted ? 'Delete for good all the same' : 'Delete for good'}
      danger
      busy={busy || loaded.isPending}
      onConfirm={submit}
      onClose={onClose}
    >
      <p>
        {row.pages === 1 ? 'The page' : `All ${count(row.pages, 'page')}`} will be gone with every version. This cannot
        be taken back.
      </p>
      {loaded.isError && (
        <ProblemNote
          error={loaded.error}
          what="What points at it could not be loaded."
          onRetry={() => void loaded.refetch()}
        />
      )}
      {loaded.data && uses > 0 && (
        <section className={detail.usage} aria-label="What points at it">
          <p>
            {count(uses, 'place')} {uses === 1 ? 'points' : 'point'} at it and will point at nothing:
          </p>
          <UsageList items={loaded.data.usage.items} hidden={loaded.data.usage.hidden} />
        </section>
      )}
      {redirects.length > 0 && (
        <section aria-label="Redirects that lead there">
          <p>Redirects that lead there will go with it:</p>
          <ul className={classes.paths}>
            {redirects.map((path) => (
              <li key={path}>{path}</li>
            ))}
          </ul>
        </section>
      )}
    </Confirm>
  );
}
