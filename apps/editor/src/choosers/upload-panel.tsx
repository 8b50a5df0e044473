import { ActionIcon, Button } from '@mantine/core';
import { IconUpload, IconX } from '@tabler/icons-react';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import css from './chooser.module.css';
import type { Upload } from './use-upload';

/** The button that opens the files of this device. */
export function UploadButton({
  accept,
  busy,
  onFile,
}: {
  accept?: string;
  busy: boolean;
  onFile: (file: File) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        leftSection={<IconUpload size={18} stroke={1.75} aria-hidden />}
        onClick={() => input.current?.click()}
        disabled={busy}
      >
        Upload
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        {...(accept ? { accept } : {})}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
    </>
  );
}

/** How far an upload has come, or why it failed. */
export function UploadPanel({ upload, onDismiss }: { upload: Upload | null; onDismiss: () => void }) {
  if (!upload) return null;
  const percent = Math.round(upload.share * 100);
  return (
    <div className={css.upload} data-failed={upload.failure ? '' : undefined} role="status">
      <div className="cut">
        <b>{upload.name}</b>
        <p>{upload.failure ?? (percent < 100 ? `${percent}%` : 'Being read by the server')}</p>
      </div>
      <ActionIcon size={26} onClick={onDismiss} aria-label={upload.failure ? 'Close this message' : 'Stop this upload'}>
        <IconX size={15} />
      </ActionIcon>
      {!upload.failure && (
        <span className={css.progress}>
          <i style={{ width: `${percent}%` }} />
        </span>
      )}
    </div>
  );
}

/** Takes a file dropped anywhere on the chooser. */
export function DropArea({
  hint,
  onFile,
  children,
  className,
}: {
  hint: string;
  onFile: (file: File) => void;
  children: ReactNode;
  className?: string;
}) {
  const [over, setOver] = useState(0);
  const carriesFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  return (
    <div
      className={className}
      onDragEnter={(event) => carriesFiles(event) && setOver((depth) => depth + 1)}
      onDragLeave={() => setOver((depth) => Math.max(0, depth - 1))}
      onDragOver={(event) => carriesFiles(event) && event.preventDefault()}
      onDrop={(event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        setOver(0);
        const file = event.dataTransfer.files[0];
        if (file) onFile(file);
      }}
    >
      {children}
      {over > 0 && <div className={css.drop}>{hint}</div>}
    </div>
  );
}
