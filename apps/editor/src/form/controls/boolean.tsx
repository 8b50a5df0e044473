import { Checkbox, SegmentedControl } from '@mantine/core';
import type { ControlProps } from '../control';
import css from './controls.module.css';

const STATES = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'unset', label: 'Not set' },
];

/** Yes or no; with a third state where the field may be left undecided. */
export function BooleanControl({
  field,
  value,
  set,
  id,
  labelId,
  describedBy,
  readOnly,
  bare,
  invalid,
}: ControlProps<boolean | null>) {
  if (!field.options.nullable) {
    return (
      <Checkbox
        radius={4}
        id={id}
        checked={value === true}
        onChange={(event) => set(event.currentTarget.checked)}
        disabled={readOnly}
        label={<span id={bare ? undefined : labelId}>{field.label}</span>}
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
        className={css.checkbox}
      />
    );
  }
  return (
    <div role="group" aria-labelledby={labelId} aria-describedby={describedBy}>
      {!bare && (
        <span id={labelId} className={css.inlineLabel}>
          {field.label}
        </span>
      )}
      <SegmentedControl
        data={STATES}
        value={value === null || value === undefined ? 'unset' : value ? 'yes' : 'no'}
        readOnly={readOnly}
        disabled={readOnly}
        onChange={(state) => set(state === 'unset' ? null : state === 'yes')}
        aria-labelledby={labelId}
      />
    </div>
  );
}
