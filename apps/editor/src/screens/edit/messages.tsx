import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCloudCheck, IconDevices } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { ContentType, FieldError, Fields } from '../../api';
import { namedFields } from '../../editing/history-words';
import type { OfferedWork } from '../../editing/use-own-copy';
import { nameOfPlace } from '../../form/model/place-name';
import { moment, when } from '../../parts/dates';
import { count } from '../../parts/words';
import classes from './edit.module.css';
import { jumpTo } from './jump-to';

/** What the server refused, each with a link to its field. */
export function ErrorSummary({
  errors,
  message,
  type,
  value,
}: {
  errors: FieldError[];
  message: string | null;
  type: ContentType;
  value: Fields;
}) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length || message) box.current?.focus();
  }, [errors, message]);
  if (!errors.length && !message) return null;
  return (
    <div className={classes.errors} ref={box} tabIndex={-1} role="alert">
      <IconAlertTriangle size={18} stroke={1.75} aria-hidden />
      <div>
        <b>{message ?? `${count(errors.length, 'field')} ${errors.length === 1 ? 'needs' : 'need'} attention.`}</b>{' '}
        Nothing you typed is lost.
        {errors.length > 0 && (
          <ul>
            {errors.map((error, index) => (
              <li key={index}>
                <button type="button" className="link" onClick={() => jumpTo(error.path)}>
                  {nameOfPlace(type.fields, value, error.path)}
                </button>
                : {error.message}
              </li>
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
      <span>
        <b>Nothing was lost.</b> {count(dirty, 'change')} from {moment(at)} {dirty === 1 ? 'was' : 'were'} kept on this
        device and {dirty === 1 ? 'is' : 'are'} shown here.
      </span>
      <Button variant="subtle" size="xs" onClick={onDiscard}>
        Discard {dirty === 1 ? 'it' : 'them'}
      </Button>
    </div>
  );
}

/** Says that there is unsaved work of another device or window, and asks what becomes of it. */
export function OfferedNote({
  work,
  type,
  onDecide,
}: {
  work: OfferedWork;
  type: ContentType;
  onDecide: (takes: boolean) => void;
}) {
  const named = namedFields(type, Object.keys(work.fields));
  return (
    <div className={classes.restored} role="status">
      <IconDevices size={18} stroke={1.75} aria-hidden />
      <span>
        <b>You have unsaved changes from another device or window.</b> {named ? `${named}, ` : ''}
        {named ? when(work.at).replace('Just', 'just') : when(work.at)}.
      </span>
      <Button variant="subtle" size="xs" data-accent onClick={() => onDecide(true)}>
        Continue with them
      </Button>
      <Button variant="subtle" size="xs" onClick={() => onDecide(false)}>
        Discard them
      </Button>
    </div>
  );
}
