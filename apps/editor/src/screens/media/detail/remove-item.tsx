import { Button } from '@mantine/core';
import { useState } from 'react';
import { api, ApiProblem, type UsagePart } from '../../../api';
import { describeProblem } from '../../../parts/states';
import { showNote, showUndo } from '../../../parts/undo';
import { count } from '../../../parts/words';
import { Dialog } from '../../../parts/dialog';
import classes from './detail.module.css';
import { useMediaRefresh } from './use-media-refresh';
import { UsageList } from '../../used-in';
import usageClasses from '../../used-in.module.css';

interface RemoveItemProps {
  kind: 'images' | 'documents';
  row: { id: number; title: string; inTrash: boolean };
  onClose: () => void;
  onRemoved: () => void;
}

/** Asks before something goes to the trash, and shows what uses it; from the trash it goes for good. */
export function RemoveItem({ kind, row, onClose, onRemoved }: RemoveItemProps) {
  const refresh = useMediaRefresh(kind);
  const [busy, setBusy] = useState(false);
  const [usage, setUsage] = useState<UsagePart | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { id, title, inTrash } = row;
  const what = kind === 'images' ? 'image' : 'document';
  const gone = (): void => {
    onClose();
    onRemoved();
    refresh();
    if (inTrash) return showNote(`“${title}” is gone for good.`);
    showUndo(`“${title}” is in the trash.`, () => api[kind].restore(id).then(refresh));
  };
  const submit = (): void => {
    setBusy(true);
    const work = inTrash ? api[kind].purge(id) : api[kind].remove(id, usage !== null);
    work
      .then(gone)
      .catch((error: unknown) => {
        const used = error instanceof ApiProblem && error.code === 'in_use' ? error.body.usage : undefined;
        if (used) setUsage(used as UsagePart);
        else setProblem(describeProblem(error));
      })
      .finally(() => setBusy(false));
  };
  const verb = inTrash ? 'Delete for good' : usage ? 'Move to trash anyway' : 'Move to trash';
  return (
    <Dialog
      onClose={onClose}
      size={480}
      title={usage ? `“${title}” is in use` : inTrash ? `Delete “${title}” for good?` : `Move “${title}” to the trash?`}
    >
      {usage && !inTrash ? (
        <div className={usageClasses.usage}>
          <p>Without it, {count(usage.total + usage.hidden, 'place')} will show nothing there:</p>
          <UsageList items={usage.items} hidden={usage.hidden} />
        </div>
      ) : (
        <p>
          {problem ??
            (inTrash
              ? `The ${what} and all its files go. They can’t be brought back.`
              : `The ${what} can be brought back from the trash. If something uses it, you will see where first.`)}
        </p>
      )}
      {usage && problem && <p role="alert">{problem}</p>}
      <div className={classes.dialogFoot}>
        <Button onClick={onClose}>{usage ? 'Keep it' : 'Cancel'}</Button>
        <Button variant="filled" data-danger loading={busy} onClick={submit}>
          {verb}
        </Button>
      </div>
    </Dialog>
  );
}
