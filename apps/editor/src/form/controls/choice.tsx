import { Select } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { ControlProps } from '../control';
import css from './controls.module.css';
import { Note } from '../parts/note';

/** One of the declared choices. A stored value that is no longer offered stays until another is chosen. */
export function ChoiceControl({
  field,
  value,
  set,
  id,
  labelId,
  describedBy,
  invalid,
  readOnly,
}: ControlProps<string | null>) {
  const choices = field.options.choices ?? [];
  const stored = value === null || value === undefined || value === '' ? null : String(value);
  const gone = stored !== null && !choices.some((choice) => choice.value === stored);
  const data = choices
    .filter((choice) => choice.value !== '')
    .map((choice) => ({ value: choice.value, label: choice.label }));
  const none = choices.find((choice) => choice.value === '')?.label ?? 'Nothing chosen';
  return (
    <>
      <Select
        classNames={{ input: css.select }}
        id={id}
        data={gone ? [...data, { value: stored, label: `${stored} (no longer offered)` }] : data}
        value={stored}
        placeholder={none}
        onChange={(next) => set(next ?? (value === null ? null : ''))}
        clearable={field.required === false}
        allowDeselect={false}
        searchable={data.length > 8}
        disabled={readOnly}
        error={invalid}
        rightSection={stored && field.required === false ? undefined : <IconChevronDown size={16} aria-hidden />}
        nothingFoundMessage="No choice with these letters"
        aria-labelledby={labelId}
        aria-describedby={describedBy}
        comboboxProps={{ shadow: 'md' }}
      />
      {gone && <Note tone="warn">“{stored}” is no longer one of the choices.</Note>}
    </>
  );
}
