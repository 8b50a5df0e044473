import { Button, Checkbox, Radio, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queryKeys, type ListFilter } from '../../api';
import { SearchBox } from '../../choosers/search-box';
import { SkeletonRows } from '../../parts/states';
import classes from './filters.module.css';

export type Parts = Record<string, string>;
export interface FilterEditorProps {
  filter: ListFilter;
  parts: Parts;
  onChange: (parts: Parts) => void;
}

/** One or several of a few values. */
export function ChoiceEditor({ filter, parts, onChange }: FilterEditorProps) {
  const chosen = (parts.in ?? parts.eq ?? '').split(',').filter(Boolean);
  return (
    <Checkbox.Group
      aria-label={filter.label}
      value={chosen}
      onChange={(next) => onChange(next.length > 1 ? { in: next.join(',') } : { eq: next[0] ?? '' })}
    >
      <div className={classes.options}>
        {(filter.choices ?? []).map(({ value, label }) => (
          <Checkbox key={value} value={value} label={label} />
        ))}
      </div>
    </Checkbox.Group>
  );
}

/** Yes, no, or either. */
export function BooleanEditor({ filter, parts, onChange }: FilterEditorProps) {
  return (
    <Radio.Group aria-label={filter.label} value={parts.eq ?? ''} onChange={(eq) => onChange({ eq })}>
      <div className={classes.options}>
        <Radio value="" label="Either" />
        <Radio value="true" label="Yes" />
        <Radio value="false" label="No" />
      </div>
    </Radio.Group>
  );
}

const pad = (number: number): string => String(number).padStart(2, '0');
/** The day a moment falls on here. */
export const dayOf = (value: string): string => {
  if (!value.includes('T')) return value;
  const date = new Date(value);
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
};
const momentOf = (day: string, end: boolean): string =>
  day && new Date(`${day}T${end ? '23:59:59.999' : '00:00:00'}`).toISOString();

/** From and to, for numbers and days; either may be left open. */
export function RangeEditor({ filter, parts, onChange }: FilterEditorProps) {
  const dated = filter.kind === 'date' || filter.kind === 'datetime';
  const wire = (text: string, end: boolean): string => (filter.kind === 'datetime' ? momentOf(text, end) : text);
  const [from, setFrom] = useState(dayOf(parts.gte ?? parts.eq ?? ''));
  const [to, setTo] = useState(dayOf(parts.lte ?? parts.eq ?? ''));
  const box = (label: string, value: string, set: (value: string) => void) => (
    <TextInput
      label={label}
      type={dated ? 'date' : 'text'}
      inputMode={dated ? undefined : 'decimal'}
      value={value}
      onChange={(event) => set(event.currentTarget.value)}
    />
  );
  return (
    <form
      className={classes.range}
      onSubmit={(event) => {
        event.preventDefault();
        onChange({ gte: wire(from.trim(), false), lte: wire(to.trim(), true) });
      }}
    >
      {box('From', from, setFrom)}
      {box('To', to, setTo)}
      <Button type="submit" variant="filled" size="xs">
        Show these
      </Button>
    </form>
  );
}

/** Words in a text, or a whole value where only that can be asked for. */
export function TextEditor({ filter, parts, onChange }: FilterEditorProps) {
  const operator = filter.operators.includes('contains') ? 'contains' : 'eq';
  const [text, setText] = useState(parts[operator] ?? '');
  return (
    <form
      className={classes.range}
      onSubmit={(event) => {
        event.preventDefault();
        onChange({ [operator]: text.trim() });
      }}
    >
      <TextInput
        label={operator === 'contains' ? 'Contains' : 'Is'}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" variant="filled" size="xs">
        Show these
      </Button>
    </form>
  );
}

/** The thing a link points at, found by its title. */
export function LinkEditor({ filter, parts, onChange, model }: FilterEditorProps & { model: string }) {
  const [text, setText] = useState('');
  const query = { limit: 8, ...(text ? { q: text } : {}) };
  const found = useQuery({
    queryKey: queryKeys.snippetList(model, query),
    queryFn: ({ signal }) => api.records.list(model, query, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <SearchBox label={`Search ${filter.label.toLowerCase()}`} onSearch={setText} />
      {found.isPending ? (
        <SkeletonRows rows={3} height="28px" />
      ) : (
        <Radio.Group aria-label={filter.label} value={parts.eq ?? ''} onChange={(eq) => onChange({ eq })}>
          <div className={classes.options}>
            <Radio value="" label="Any" />
            {(found.data?.items ?? []).map((row) => (
              <Radio key={row.id} value={String(row.id)} label={row.title || 'Untitled'} />
            ))}
          </div>
        </Radio.Group>
      )}
      {found.data?.total === 0 && <p className={classes.none}>Nothing has these words.</p>}
    </>
  );
}
