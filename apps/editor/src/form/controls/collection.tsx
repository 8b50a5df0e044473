import { Select } from '@mantine/core';
import { IconFolder } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import { useCollections } from '../../choosers';
import type { ControlProps } from '../control';
import css from './controls.module.css';

/** A collection of media. */
export function CollectionControl({
  field,
  value,
  set,
  id,
  labelId,
  describedBy,
  invalid,
  readOnly,
}: ControlProps<number | null>) {
  const collections = useCollections();
  const known = value === null || value === undefined || collections.some((collection) => collection.id === value);
  const data = collections.map((collection) => ({ value: String(collection.id), label: collection.name }));
  const depthOf = (id: string) => collections.find((collection) => String(collection.id) === id)?.depth ?? 0;
  return (
    <Select
      classNames={{ input: css.select }}
      id={id}
      data={
        known
          ? data
          : [...data, { value: String(value), label: collections.length ? 'A collection you can’t see' : '…' }]
      }
      value={value === null || value === undefined ? null : String(value)}
      placeholder="No collection"
      renderOption={({ option }) => (
        <span className={css.option} style={{ '--l': depthOf(option.value) } as CSSProperties}>
          {option.label}
        </span>
      )}
      leftSection={<IconFolder size={18} stroke={1.75} aria-hidden />}
      allowDeselect={false}
      clearable={field.required === false}
      searchable={collections.length > 8}
      disabled={readOnly}
      error={invalid}
      onChange={(next) => set(next === null ? null : Number(next))}
      aria-labelledby={labelId}
      aria-describedby={describedBy}
    />
  );
}
