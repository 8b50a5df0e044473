import { Button } from '@mantine/core';
import { memo } from 'react';
import { count } from '../../parts/words';
import classes from './edit.module.css';
import { useFoot } from '../../parts/use-foot';

interface SaveBarProps {
  dirty: number;
  busy: boolean;
  /** Nothing of it is saved yet: what saving makes, as in “Save topic”. */
  fresh?: string | undefined;
  onSave: () => void;
  onDiscard: () => void;
}

/** The bar at the foot of what has no drafts: saved is public. */
export const SaveBar = memo(function SaveBar({ dirty, busy, fresh, onSave, onDiscard }: SaveBarProps) {
  useFoot();
  return (
    <div className={classes.bar} role="region" aria-label="Saving">
      <span className={classes.say}>
        {dirty ? (
          <>
            <b>{count(dirty, 'change')}</b> {dirty === 1 ? 'is' : 'are'} kept on this device and not saved yet.
          </>
        ) : fresh ? (
          'Nobody sees it before it is saved.'
        ) : (
          'Everything is saved.'
        )}
      </span>
      {dirty > 0 && (
        <Button className="no-phone" onClick={onDiscard} disabled={busy}>
          Discard changes
        </Button>
      )}
      <Button variant="filled" disabled={dirty === 0 && !fresh} loading={busy} onClick={onSave}>
        {fresh ? `Save ${fresh}` : dirty ? `Save ${count(dirty, 'change')}` : 'Save changes'}
      </Button>
    </div>
  );
});
