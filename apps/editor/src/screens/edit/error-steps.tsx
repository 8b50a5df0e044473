import { ActionIcon } from '@mantine/core';
import { IconAlertTriangle, IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { FieldError } from '../../api';
import { useSteady } from '../../editing/use-steady';
import { count } from '../../parts/words';
import { jumpTo } from './jump-to';
import classes from './error-steps.module.css';

const size = { size: 18, stroke: 1.75 };

/** Leads through what the server refused, one field after the other: by its buttons, or by F8 and Shift+F8. */
export function ErrorSteps({ errors }: { errors: readonly FieldError[] }) {
  const places = [...new Set(errors.map((error) => error.path))];
  const [last, setLast] = useState<string | null>(null);
  const at = last === null ? -1 : places.indexOf(last);
  const go = useSteady((step: 1 | -1) => {
    const from = at === -1 && step === -1 ? 0 : at;
    const place = places[(from + step + places.length) % places.length];
    if (place === undefined) return;
    setLast(place);
    jumpTo(place);
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'F8' || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      go(event.shiftKey ? -1 : 1);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [go]);
  if (places.length === 0) return null;
  return (
    <div className={classes.steps} role="group" aria-label="Errors one by one">
      <IconAlertTriangle size={15} stroke={1.75} aria-hidden />
      <span className="num">{at === -1 ? count(places.length, 'error') : `Error ${at + 1} of ${places.length}`}</span>
      <ActionIcon
        size={26}
        aria-label="Previous error"
        title="Previous error (Shift+F8)"
        aria-keyshortcuts="Shift+F8"
        onClick={() => go(-1)}
      >
        <IconChevronUp {...size} aria-hidden />
      </ActionIcon>
      <ActionIcon
        size={26}
        aria-label="Next error"
        title="Next error (F8)"
        aria-keyshortcuts="F8"
        onClick={() => go(1)}
      >
        <IconChevronDown {...size} aria-hidden />
      </ActionIcon>
    </div>
  );
}
