import { useState } from 'react';
import type { ControlProps } from '../control';
import { type DurationParts, formatDuration, NO_DURATION, parseDuration } from '../model/duration';
import { Note } from '../parts/note';
import { LineBox } from '../parts/text-box';
import css from './controls.module.css';

const UNITS: readonly (keyof DurationParts)[] = ['years', 'months', 'days', 'hours', 'minutes', 'seconds'];
const ALWAYS: readonly (keyof DurationParts)[] = ['days', 'hours', 'minutes', 'seconds'];

/** A length of time, part by part. Years and months show only where a stored value has them. */
export function DurationControl({
  value,
  set,
  labelId,
  describedBy,
  invalid,
  readOnly,
  id,
}: ControlProps<string | null>) {
  const [parts, setParts] = useState<DurationParts>(() => (value ? parseDuration(value) : null) ?? NO_DURATION);
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    if (value !== formatDuration(parts)) setParts((value ? parseDuration(value) : null) ?? NO_DURATION);
  }
  if (value && !parseDuration(value))
    return <Note tone="warn">“{value}” is not a length of time this editor can show. It stays as it is.</Note>;
  const change = (unit: keyof DurationParts, text: string) => {
    const next = { ...parts, [unit]: text.replace(',', '.').replace(unit === 'seconds' ? /[^\d.]/g : /\D/g, '') };
    setParts(next);
    const written = formatDuration(next);
    setSeen(written);
    set(written);
  };
  const shown = UNITS.filter((unit) => ALWAYS.includes(unit) || parts[unit] !== '');
  return (
    <div className={css.parts} role="group" aria-labelledby={labelId} aria-describedby={describedBy}>
      {shown.map((unit, index) => (
        <label key={unit} className={css.part}>
          <LineBox
            id={index === 0 ? id : undefined}
            type="text"
            inputMode="decimal"
            autoComplete="off"
            className="num"
            value={parts[unit]}
            onText={(text) => change(unit, text)}
            readOnly={readOnly}
            invalid={invalid}
            placeholder="0"
          />
          {unit}
        </label>
      ))}
    </div>
  );
}
