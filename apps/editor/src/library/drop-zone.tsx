import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import { droppedFiles } from '../uploads/incoming';
import classes from './drop-zone.module.css';

interface DropZoneProps {
  /** “Drop to add to Press”. */
  hint: string;
  onFiles: (files: File[]) => void;
  className?: string | undefined;
  children: ReactNode;
}

/** Takes files and folders dropped anywhere on it and says where they will go. */
export function DropZone({ hint, onFiles, className, children }: DropZoneProps) {
  const [over, setOver] = useState(false);
  const depth = useRef(0);
  const hasFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');
  return (
    <div
      className={className ?? classes.drop}
      onDragEnter={(event) => {
        if (!hasFiles(event)) return;
        depth.current += 1;
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!hasFiles(event)) return;
        depth.current -= 1;
        if (depth.current <= 0) setOver(false);
      }}
      onDragOver={(event) => {
        if (hasFiles(event)) event.preventDefault();
      }}
      onDrop={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        depth.current = 0;
        setOver(false);
        void droppedFiles(event.dataTransfer).then(onFiles);
      }}
    >
      {children}
      {over && (
        <div className={classes.note} aria-hidden>
          <b>{hint}</b>
        </div>
      )}
    </div>
  );
}
