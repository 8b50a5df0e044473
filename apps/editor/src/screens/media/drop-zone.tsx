import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import classes from './media.module.css';

/** Takes files dropped anywhere on the sheet and says where they will go. */
export function DropZone({
  place,
  onFiles,
  children,
}: {
  place: string;
  onFiles: (files: File[]) => void;
  children: ReactNode;
}) {
  const [over, setOver] = useState(false);
  const depth = useRef(0);
  const hasFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');
  return (
    <div
      className={classes.drop}
      onDragEnter={(event) => {
        if (hasFiles(event)) {
          depth.current += 1;
          setOver(true);
        }
      }}
      onDragLeave={(event) => {
        if (hasFiles(event)) {
          depth.current -= 1;
          if (depth.current <= 0) setOver(false);
        }
      }}
      onDragOver={(event) => {
        if (hasFiles(event)) event.preventDefault();
      }}
      onDrop={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        depth.current = 0;
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
    >
      {children}
      {over && (
        <div className={classes.dropNote} aria-hidden>
          <b>Drop to add to {place}</b>
        </div>
      )}
    </div>
  );
}
