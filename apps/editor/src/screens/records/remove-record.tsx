import { Button } from '@mantine/core';
import { useState } from 'react';
import { ApiProblem, type UsagePart } from '../../api';
import { describeProblem } from '../../parts/states';
import { showNote } from '../../parts/undo';
import { count } from '../../parts/words';
import { Dialog } from '../../parts/dialog';
import confirm from '../../parts/confirm.module.css';
import { UsageList } from '../used-in';
import usageClasses from '../used-in.module.css';

interface RemoveRecordProps {
  what: string;
  title: string;
  remove: () => Promise<void>;
  onClose: () => void;
  onRemoved: () => void;
}

/** Asks before something is deleted for good; what is in use stays, and it says where. */
export function RemoveRecord({ what, title, remove, onClose, onRemoved }: RemoveRecordProps) {
  const [busy, setBusy] = useState(false);
  const [usage, setUsage] = useState<UsagePart | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const submit = (): void => {
    setBusy(true);
    remove()
      .then(() => {
        showNote(`“${title}” is deleted.`);
        onClose();
        onRemoved();
      })
      .catch((error: unknown) => {
        const used = error instanceof ApiProblem && error.code === 'in_use' ? error.body.usage : undefined;
        if (used) setUsage(used as UsagePart);
        else setProblem(describeProblem(error));
      })
      .finally(() => setBusy(false));
  };
  return (
    <Dialog onClose={onClose} size={480} title={usage ? `“${title}” is in use` : `Delete “${title}”?`}>
      {usage ? (
        <div className={usageClasses.usage}>
          <p>Nothing was deleted. {`Take it out of ${count(usage.total + usage.hidden, 'place')} first:`}</p>
          <UsageList items={usage.items} hidden={usage.hidden} />
        </div>
      ) : (
        <p>
          {problem ??
            `This ${what} will be gone for good. If a page still uses it, nothing is deleted and you will see where.`}
        </p>
      )}
      <div className={confirm.foot}>
        <span className={confirm.space} />
        <Button onClick={onClose}>{usage ? 'Close' : 'Cancel'}</Button>
        {!usage && (
          <Button variant="filled" data-danger loading={busy} onClick={submit}>
            Delete {what}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
