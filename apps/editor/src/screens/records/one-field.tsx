import { Select } from '@mantine/core';
import type { ContentType, Fields } from '../../api';
import { startValue } from '../../form/model/empty-value';
import { FormOutlet } from '../edit/form-outlet';

interface OneFieldProps {
  type: ContentType;
  value: Fields;
  onChange: (value: Fields) => void;
}

/** One field of the type, to be set alike everywhere. */
export function OneField({ type, value, onChange }: OneFieldProps) {
  const name = Object.keys(value)[0];
  const field = type.fields.find((item) => item.name === name);
  return (
    <>
      <Select
        label="Which field"
        placeholder="Choose a field"
        data={type.fields.filter((item) => !item.readOnly).map((item) => ({ value: item.name, label: item.label }))}
        value={name ?? null}
        onChange={(next) => {
          const chosen = type.fields.find((item) => item.name === next);
          onChange(chosen ? { [chosen.name]: startValue(chosen) } : {});
        }}
        mb={16}
      />
      {field && (
        <FormOutlet
          key={field.name}
          type={{ ...type, fields: [field], tabs: [{ name: '', panels: [{ field: field.name }] }], side: [] }}
          value={value}
          onChange={onChange}
          errors={[]}
          locale="en"
          subject={{ kind: 'snippet', id: null }}
        />
      )}
    </>
  );
}
