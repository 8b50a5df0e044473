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

/** One of a few values, or several where the server takes several. */
export function ChoiceEditor({ filter, parts, onChange }: FilterEditorProps) {
  const choices = filter.choices ?? [];
  if (!filter.operators.includes('in'))
    return (
      <Radio.Group aria-label={filter.label} value={parts.eq ?? ''} onChange={(eq) => onChange({ eq })}>
        <div className={classes.options}>
          <Radio value="" label="Any" />
          {choices.map(({ value, label }) => (
            <Radio key={value} value={value} label={label} />
          ))}
        </div>
      </Radio.Group>
    );
  const chosen = (parts.in ?? parts.eq ?? '').split(',').filter(Boolean);
  return (
    <Checkbox.Group
      aria-label={filter.label}
      value={chosen}
      onChange={(next) => onChange(next.length > 1 ? { in: next.join(',') } : { eq: next[0] ?? '' })}
    >
      <div className={classes.options}>
        {choices.map(({ value, label }) => (
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

/** From and to, for numbers and days; either may be left open. */
export function RangeEditor({ filter, parts, onChange }: FilterEditorProps) {
  const dated = filter.kind === 'date' || filter.kind === 'datetime';
  const [from, setFrom] = useState(parts.gte ?? parts.eq ?? '');
  const [to, setTo] = useState(parts.lte ?? parts.eq ?? '');
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
        onChange({ gte: from.trim(), lte: to.trim() });
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
    queryKey: queryKeys.recordList(model, query),
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
