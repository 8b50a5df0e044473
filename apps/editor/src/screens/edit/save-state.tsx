import { IconAlertTriangle, IconCloudCheck, IconCloudOff, IconCloudUp, IconDeviceFloppy } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { clock } from '../../parts/dates';
import { count } from '../../parts/words';
import type { Saving } from '../../editing/saving';
import classes from './edit.module.css';

interface SaveStateProps {
  saving: Saving;
  dirty: number;
  /** Where what is typed is kept. */
  kept: 'server' | 'device';
  onConflict: () => void;
}

/** The words stay for at least this long, so that a screen reader is not flooded. */
const calm = 2_000;
const urgent: ReadonlySet<string | undefined> = new Set(['warn', 'off', 'saved', 'synced']);

function wordsOf(
  saving: Saving,
  dirty: number,
  kept: 'server' | 'device',
): { icon: 'saved' | 'synced' | 'kept' | 'up' | 'off' | 'warn'; text: string } | null {
  switch (saving.kind) {
    case 'saving':
      return { icon: 'up', text: 'Saving' };
    case 'offline':
      return { icon: 'off', text: `Offline, ${count(dirty, 'change')} kept on this device` };
    case 'retrying':
      return { icon: 'warn', text: `Could not save. Trying again in ${saving.seconds} s` };
    case 'refused':
      return { icon: 'warn', text: dirty > 0 ? 'Not saved, see the messages' : 'Not published, see the messages' };
    case 'conflict':
      return { icon: 'warn', text: 'Two versions, choose' };
    default:
      if (dirty > 0)
        return kept === 'server'
          ? { icon: 'synced', text: `${count(dirty, 'change')} kept, not saved` }
          : { icon: 'kept', text: `${count(dirty, 'change')} kept on this device` };
      return saving.at ? { icon: 'saved', text: `Saved ${clock(saving.at)}` } : null;
  }
}
const shapes = {
  saved: IconCloudCheck,
  synced: IconCloudCheck,
  kept: IconDeviceFloppy,
  up: IconCloudUp,
  off: IconCloudOff,
  warn: IconAlertTriangle,
};

/** Says where the work is: saved, kept here, or waiting for a choice. */
export function SaveState({ saving, dirty, kept, onConflict }: SaveStateProps) {
  const now = wordsOf(saving, dirty, kept);
  const [said, setSaid] = useState(now);
  const text = now?.text ?? '';
  useEffect(() => {
    // “Saved” has to go at once: it is no longer true.
    const atOnce = said === null || said.icon === 'saved' || urgent.has(now?.icon);
    const delay = atOnce ? 0 : now?.icon === 'up' ? 600 : calm;
    const timer = setTimeout(() => setSaid(now), delay);
    return () => clearTimeout(timer);
    // Words, not objects, decide whether something changed.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [text]);
  const Shape = said ? shapes[said.icon] : null;
  const body = said && Shape && (
    <>
      <Shape size={15} stroke={1.75} aria-hidden />
      {said.text}
    </>
  );
  return (
    <span className={classes.saved} role="status" data-kind={said?.icon}>
      {saving.kind === 'conflict' && body ? (
        <button type="button" onClick={onConflict}>
          {body}
        </button>
      ) : (
        body
      )}
    </span>
  );
}
