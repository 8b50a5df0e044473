import { ActionIcon, Button, FileButton } from '@mantine/core';
import {
  IconAlertCircle,
  IconFile,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  IconWorldDownload,
  IconX,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { fileSize } from '../parts/words';
import { isMoving, type Upload } from './upload';
import classes from './upload-tray.module.css';
import { useUploadQueue } from './uploads';

const icon = { size: 16, stroke: 1.75 };

function Thumb({ upload }: { upload: Upload }) {
  const [url, setUrl] = useState<string | null>(null);
  const file = 'file' in upload.source ? upload.source.file : null;
  useEffect(() => {
    if (!file?.type.startsWith('image/')) return undefined;
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  if (upload.state === 'failed')
    return (
      <span className={classes.bad}>
        <IconAlertCircle size={18} stroke={1.75} aria-hidden />
      </span>
    );
  const Shape = file ? IconFile : IconWorldDownload;
  return url ? (
    <img src={url} alt="" />
  ) : (
    <span className={classes.file}>
      <Shape size={18} stroke={1.75} aria-hidden />
    </span>
  );
}

/** How far it is, in words. */
function wordsOf(upload: Upload): string {
  const share = upload.size ? Math.min(99, Math.round((upload.sent / upload.size) * 100)) : 0;
  switch (upload.state) {
    case 'waiting':
      return upload.sent ? `Waiting at ${share}%` : 'Waiting';
    case 'checking':
      return 'Looking whether it is here already';
    case 'sending':
      return upload.size ? `${share}% of ${fileSize(upload.size)}` : 'Being fetched';
    case 'finishing':
      return 'Being read by the server';
    case 'paused':
      return upload.sent ? `Paused at ${share}%` : 'Paused';
    case 'asking':
      return `Looks the same as ${upload.same[0]?.title ?? 'another'}`;
    case 'failed':
      return upload.problem ?? 'It did not work.';
    case 'done':
      return upload.same.length > 0 && !upload.keepBoth ? 'The one that was here is used' : 'Done';
  }
}

interface UploadLineProps {
  upload: Upload;
  /** A way to what it became, unless whoever shows the line knows a better one. */
  linked?: boolean;
  /** Takes the one that is there. */
  onUse?: (id: number) => void;
}

/** One file on its way: how far it is, and what can be done about it. */
export function UploadLine({ upload, linked = true, onUse }: UploadLineProps) {
  const queue = useUploadQueue();
  const { key, name, state, same } = upload;
  const moving = isMoving(upload);
  const share = upload.size ? Math.round((upload.sent / upload.size) * 100) : 0;
  const use = (id: number): void => {
    queue.useSame(key, id);
    onUse?.(id);
  };
  return (
    <li className={classes.line} data-state={state}>
      <Thumb upload={upload} />
      <div className={classes.words}>
        <b className="cut" title={name}>
          {name}
        </b>
        <span className="num">{wordsOf(upload)}</span>
        {(moving || state === 'paused') && upload.size > 0 && (
          <span
            className={classes.progress}
            role="progressbar"
            aria-label={name}
            aria-valuenow={share}
            aria-valuemin={0}
            aria-valuemax={100}
          >
            <i style={{ width: `${share}%` }} />
          </span>
        )}
        {state === 'asking' && same[0] && (
          <span className={classes.choices}>
            <Button size="xs" onClick={() => use(same[0]?.id ?? 0)}>
              Use that
            </Button>
            <Button size="xs" variant="subtle" onClick={() => queue.keepBoth(key)}>
              Keep both
            </Button>
          </span>
        )}
        {state === 'failed' && (
          <span className={classes.choices}>
            {upload.refused && 'file' in upload.source ? (
              <FileButton onChange={(file) => file && queue.chooseOther(key, file)}>
                {(props) => (
                  <Button {...props} size="xs">
                    Choose another
                  </Button>
                )}
              </FileButton>
            ) : (
              <Button size="xs" onClick={() => queue.resume(key)}>
                Try again
              </Button>
            )}
          </span>
        )}
      </div>
      {moving && state !== 'finishing' && (
        <ActionIcon size={26} aria-label={`Pause ${name}`} title="Pause" onClick={() => queue.pause(key)}>
          <IconPlayerPause {...icon} />
        </ActionIcon>
      )}
      {state === 'paused' && (
        <ActionIcon size={26} aria-label={`Go on with ${name}`} title="Go on" onClick={() => queue.resume(key)}>
          <IconPlayerPlay {...icon} />
        </ActionIcon>
      )}
      {state === 'done' ? (
        linked &&
        upload.id !== null && (
          <Link
            className={classes.open}
            to={upload.kind === 'image' ? '/media' : '/documents'}
            search={{ item: upload.id }}
            aria-label={`Describe ${name}`}
            title="Describe it"
          >
            <IconPencil {...icon} />
          </Link>
        )
      ) : (
        <ActionIcon size={26} aria-label={`Cancel ${name}`} title="Cancel" onClick={() => queue.cancel(key)}>
          <IconX {...icon} />
        </ActionIcon>
      )}
    </li>
  );
}
