import { Checkbox } from '@mantine/core';
import type { ControlProps } from '../control';
import css from './controls.module.css';

/** Any number of the declared choices, kept in the order of declaration. */
export function MultipleChoiceControl({
  field,
  value,
  set,
  labelId,
  describedBy,
  readOnly,
}: ControlProps<string[] | null>) {
  const choices = field.options.choices ?? [];
  const stored = Array.isArray(value) ? value : [];
  const gone = stored.filter((one) => !choices.some((choice) => choice.value === one));
  const all = [...choices, ...gone.map((one) => ({ value: one, label: `${one} (no longer offered)` }))];
  const toggle = (one: string, on: boolean) =>
    set(all.map((choice) => choice.value).filter((candidate) => (candidate === one ? on : stored.includes(candidate))));
  return (
    <div className={css.checks} role="group" aria-labelledby={labelId} aria-describedby={describedBy}>
      {all.map((choice) => (
        <Checkbox
          radius={4}
          key={choice.value}
          label={choice.label}
          checked={stored.includes(choice.value)}
          disabled={readOnly}
          className={css.checkbox}
          onChange={(event) => toggle(choice.value, event.currentTarget.checked)}
        />
      ))}
    </div>
  );
}
