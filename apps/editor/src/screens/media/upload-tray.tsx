import { ActionIcon, Button } from '@mantine/core';
import { IconAlertCircle, IconCheck, IconChevronDown, IconChevronUp, IconFile, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { count, fileSize } from '../../parts/words';
import classes from './upload-tray.module.css';
import { useUploads, type Upload } from './uploads';

function Thumb({ upload }: { upload: Upload }) {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!upload.file.type.startsWith('image/')) return undefined;
    const made = URL.createObjectURL(upload.file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [upload.file]);
  if (upload.state === 'failed')
    return (
      <span className={classes.bad}>
        <IconAlertCircle size={18} stroke={1.75} aria-hidden />
      </span>
    );
  return url ? (
    <img src={url} alt="" />
  ) : (
    <span className={classes.file}>
      <IconFile size={18} stroke={1.75} aria-hidden />
    </span>
  );
}

function Line({ upload }: { upload: Upload }) {
  const { stop, again } = useUploads();
  const share = upload.file.size ? Math.round((upload.sent / upload.file.size) * 100) : 0;
  const active = upload.state === 'sending' || upload.state === 'waiting';
  const words = {
    waiting: 'Waiting',
    sending: `${Math.min(99, share)}% of ${fileSize(upload.file.size)}`,
    done: 'Done',
    failed: upload.problem ?? 'It did not work.',
    stopped: 'Stopped',
  }[upload.state];
  return (
    <li className={classes.line} data-state={upload.state}>
      <Thumb upload={upload} />
      <div className={classes.words}>
        <b className="cut">{upload.file.name}</b>
        <span>{words}</span>
        {active && (
          <span
            className={classes.progress}
            role="progressbar"
            aria-label={upload.file.name}
            aria-valuenow={share}
            aria-valuemin={0}
            aria-valuemax={100}
          >
            <i style={{ width: `${share}%` }} />
          </span>
        )}
      </div>
      {active && (
        <ActionIcon size={26} aria-label={`Stop ${upload.file.name}`} onClick={() => stop(upload.key)}>
          <IconX size={16} stroke={1.75} />
        </ActionIcon>
      )}
      {upload.state === 'done' && upload.id !== null && (
        <Link
          className={classes.open}
          to={upload.kind === 'image' ? '/media' : '/documents'}
          search={{ item: upload.id }}
          aria-label={`Open ${upload.file.name}`}
        >
          <IconCheck size={16} stroke={1.75} />
        </Link>
      )}
      {(upload.state === 'failed' || upload.state === 'stopped') && (
        <Button size="xs" onClick={() => again(upload.key)}>
          Try again
        </Button>
      )}
    </li>
  );
}

/** One line for each file on its way; a failure says what to do. */
export function UploadTray() {
  const { uploads, clear } = useUploads();
  const [folded, setFolded] = useState(false);
  if (!uploads.length) return null;
  const done = uploads.filter((item) => item.state === 'done').length;
  const active = uploads.some((item) => item.state === 'waiting' || item.state === 'sending');
  const total = uploads.reduce((sum, item) => sum + item.file.size, 0) || 1;
  const sent = uploads.reduce(
    (sum, item) => sum + (item.state === 'waiting' || item.state === 'sending' ? item.sent : item.file.size),
    0,
  );
  const failed = uploads.filter((item) => item.state === 'failed').length;
  const title = active
    ? `Uploading ${count(uploads.length, 'file')}, ${done} done`
    : `${count(done, 'file')} uploaded${failed ? `, ${failed} failed` : ''}`;
  return (
    <section className={classes.tray} aria-label="Uploads">
      <div className={classes.head}>
        <b role="status">{title}</b>
        <ActionIcon
          size={26}
          aria-label={folded ? 'Unfold' : 'Fold'}
          aria-expanded={!folded}
          onClick={() => setFolded((now) => !now)}
        >
          {folded ? <IconChevronUp size={16} stroke={1.75} /> : <IconChevronDown size={16} stroke={1.75} />}
        </ActionIcon>
        {!active && (
          <ActionIcon size={26} aria-label="Close" onClick={clear}>
            <IconX size={16} stroke={1.75} />
          </ActionIcon>
        )}
      </div>
      <div className={classes.all}>
        <i style={{ width: `${(sent / total) * 100}%` }} />
      </div>
      {!folded && (
        <ul>
          {uploads.map((upload) => (
            <Line key={upload.key} upload={upload} />
          ))}
        </ul>
      )}
    </section>
  );
}
