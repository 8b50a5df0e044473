import { Button } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { memo, useState } from 'react';
import { Confirm } from '../../parts/confirm';
import { count } from '../../parts/words';

interface LeaveGuardProps {
  title: string;
  dirty: number;
  /** What saving and leaving is called. */
  action: string;
  onSave: () => Promise<unknown>;
}

/** Asks before leaving unsaved work, and says that it stays on this device. */
export const LeaveGuard = memo(function LeaveGuard({ title, dirty, action, onSave }: LeaveGuardProps) {
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname,
    enableBeforeUnload: () => dirty > 0,
    disabled: dirty === 0,
    withResolver: true,
  });
  const [busy, setBusy] = useState(false);
  if (blocker.status !== 'blocked') return null;
  const saveAndGo = (): void => {
    setBusy(true);
    void onSave()
      .then((done) => (done ? blocker.proceed() : blocker.reset()))
      .finally(() => setBusy(false));
  };
  return (
    <Confirm
      opened
      title={`Leave “${title}”?`}
      action={action}
      busy={busy}
      onConfirm={saveAndGo}
      onClose={() => blocker.reset()}
      cancel="Stay here"
      other={
        <Button variant="subtle" onClick={() => blocker.proceed()}>
          Leave without saving
        </Button>
      }
    >
      <p>
        {count(dirty, 'change')} {dirty === 1 ? 'is' : 'are'} not saved yet. If you leave without saving,{' '}
        {dirty === 1 ? 'it stays' : 'they stay'} on this device and will be here when you come back.
      </p>
    </Confirm>
  );
});
