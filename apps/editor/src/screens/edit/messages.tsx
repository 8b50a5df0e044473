import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCloudCheck } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { ContentType, FieldError } from '../../api';
import { moment } from '../../parts/dates';
import { count } from '../../parts/words';
import classes from './edit.module.css';

const first = (path: string): string => decodeURIComponent(path.split('/')[1] ?? '');

function jumpTo(name: string): void {
  const field = document.getElementById(`field-${name}`);
  field?.scrollIntoView({ block: 'center' });
  const control = field?.matches('input,textarea,select,button,[tabindex]') ? field : field?.querySelector<HTMLElement>('input,textarea,select,button,[contenteditable=true],[tabindex]');
  control?.focus();
}

/** What the server refused, each with a link to its field. */
export function ErrorSummary({ errors, message, type, onJump }: { errors: FieldError[]; message: string | null; type: ContentType; onJump?: (name: string) => void }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length || message) box.current?.focus();
  }, [errors, message]);
  if (!errors.length && !message) return null;
  const labelOf = (path: string): string => type.fields.find((field) => field.name === first(path))?.label ?? 'This page';
  return (
    <div className={classes.errors} ref={box} tabIndex={-1} role="alert">
      <IconAlertTriangle size={18} stroke={1.75} aria-hidden />
      <div>
        <b>{message ?? `${count(errors.length, 'field')} ${errors.length === 1 ? 'needs' : 'need'} attention.`}</b> Nothing you typed is lost.
        {errors.length > 0 && (
          <ul>
            {errors.map((error, index) => (
              <li key={index}><button type="button" className="link" onClick={() => { onJump?.(first(error.path)); setTimeout(() => jumpTo(first(error.path)), 60); }}>{labelOf(error.path)}</button>: {error.message}</li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

/** Says that what is shown came back from this device. */
export function RestoredNote({ at, dirty, onDiscard }: { at: string; dirty: number; onDiscard: () => void }) {
  return (
    <div className={classes.restored} role="status">
      <IconCloudCheck size={18} stroke={1.75} aria-hidden />
      <span><b>Nothing was lost.</b> {count(dirty, 'change')} from {moment(at)} {dirty === 1 ? 'was' : 'were'} kept on this device and {dirty === 1 ? 'is' : 'are'} shown here.</span>
      <Button variant="subtle" size="xs" onClick={onDiscard}>Discard {dirty === 1 ? 'it' : 'them'}</Button>
    </div>
  );
}
