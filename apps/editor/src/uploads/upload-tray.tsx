import { ActionIcon } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconPlayerPause, IconPlayerPlay, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { count } from '../parts/words';
import { isMoving, isSettled, type Upload } from './upload';
import { UploadLine } from './upload-line';
import classes from './upload-tray.module.css';
import { useUploadQueue, useUploads } from './uploads';

const icon = { size: 16, stroke: 1.75 };

function titleOf(uploads: readonly Upload[]): string {
  const number = (state: Upload['state']): number => uploads.filter((upload) => upload.state === state).length;
  const done = number('done');
  const failed = number('failed');
  const asking = number('asking');
  if (uploads.some(isMoving)) return `Uploading ${count(uploads.length, 'file')}, ${done} done`;
  if (number('paused') > 0) return `${count(number('paused'), 'file')} paused, ${done} done`;
  if (asking > 0) return `${count(asking, 'file')} to decide about, ${done} done`;
  return `${count(done, 'file')} uploaded${failed ? `, ${failed} failed` : ''}`;
}

/** How much of all of it has been sent, from 0 to 1. */
function shareOf(uploads: readonly Upload[]): number {
  const total = uploads.reduce((sum, { size }) => sum + size, 0);
  const sent = uploads.reduce((sum, item) => sum + (isSettled(item) ? item.size : item.sent), 0);
  return total ? sent / total : uploads.every(isSettled) ? 1 : 0;
}

/** One line for each file on its way; a failure says what to do. It stays while one works elsewhere. */
export function UploadTray() {
  const uploads = useUploads();
  const queue = useUploadQueue();
  const [folded, setFolded] = useState(false);
  if (!uploads.length) return null;
  const moving = uploads.some(isMoving);
  const paused = uploads.some(({ state }) => state === 'paused');
  return (
    <section className={classes.tray} aria-label="Uploads">
      <div className={classes.head}>
        <b role="status">{titleOf(uploads)}</b>
        {moving && (
          <ActionIcon size={26} aria-label="Pause all" title="Pause all" onClick={() => queue.pauseAll()}>
            <IconPlayerPause {...icon} />
          </ActionIcon>
        )}
        {!moving && paused && (
          <ActionIcon size={26} aria-label="Go on with all" title="Go on with all" onClick={() => queue.resumeAll()}>
            <IconPlayerPlay {...icon} />
          </ActionIcon>
        )}
        <ActionIcon
          size={26}
          aria-label={folded ? 'Unfold the uploads' : 'Fold the uploads'}
          aria-expanded={!folded}
          onClick={() => setFolded((now) => !now)}
        >
          {folded ? <IconChevronUp {...icon} /> : <IconChevronDown {...icon} />}
        </ActionIcon>
        {uploads.every(isSettled) && (
          <ActionIcon size={26} aria-label="Close the uploads" onClick={() => queue.clear()}>
            <IconX {...icon} />
          </ActionIcon>
        )}
      </div>
      <div className={classes.all}>
        <i style={{ width: `${shareOf(uploads) * 100}%` }} />
      </div>
      {!folded && (
        <ul aria-label="Files">
          {uploads.map((upload) => (
            <UploadLine key={upload.key} upload={upload} />
          ))}
        </ul>
      )}
    </section>
  );
}
