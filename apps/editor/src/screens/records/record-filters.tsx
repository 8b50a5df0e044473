import { Button, Popover } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { api, queryKeys, type ListFilter } from '../../api';
import list from '../../parts/list-screen.module.css';
import { useRecordTypes } from './record-types';
import {
  BooleanEditor,
  ChoiceEditor,
  LinkEditor,
  RangeEditor,
  TextEditor,
  type FilterEditorProps,
  type Parts,
} from './filter-editors';
import { wordsOfFilter } from './filter-words';
import classes from './filters.module.css';
import { partsOf, withParts } from './record-search';

const ranges = new Set(['date', 'datetime', 'integer', 'float', 'decimal']);
/** These are done with one press and keep the box open. */
const isPressed = (filter: ListFilter): boolean =>
  Boolean(filter.choices?.length ?? filter.model) || filter.kind === 'boolean';

function Editor(props: FilterEditorProps) {
  const { filter } = props;
  // What is typed before it is sent begins anew when the filter changes elsewhere, as by “back”.
  const key = JSON.stringify(props.parts);
  const known = useRecordTypes().some(({ name }) => name === filter.model);
  if (filter.choices?.length) return <ChoiceEditor {...props} />;
  if (filter.kind === 'boolean') return <BooleanEditor {...props} />;
  if (ranges.has(filter.kind)) return <RangeEditor key={key} {...props} />;
  return filter.model && known ? <LinkEditor {...props} model={filter.model} /> : <TextEditor key={key} {...props} />;
}

/** The title of what a link filter names. */
function useLinkTitle({ model }: ListFilter, id: string | undefined): string | undefined {
  const wanted = model !== undefined && id !== undefined;
  return useQuery({
    queryKey: queryKeys.recordList(model ?? '', { ids: [id] }),
    queryFn: () => api.records.list(model ?? '', { ids: [id ?? ''], limit: 1 }),
    enabled: wanted,
    staleTime: 60_000,
  }).data?.items[0]?.title;
}

function FilterChip({ filter, parts, onChange }: FilterEditorProps) {
  const [open, setOpen] = useState(false);
  const title = useLinkTitle(filter, parts.eq);
  const words = wordsOfFilter(filter, parts, title);
  const change = (next: Parts): void => {
    onChange(next);
    if (!isPressed(filter)) setOpen(false);
  };
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <button
          type="button"
          className={list.chip}
          data-on={words ? true : undefined}
          aria-label={words ? `${filter.label}: ${words}. Change this filter` : `Filter by ${filter.label}`}
          onClick={() => setOpen((now) => !now)}
        >
          {filter.label}
          {words && (
            <>
              : <b className="cut">{words}</b>
            </>
          )}
          <IconChevronDown size={15} stroke={1.75} aria-hidden />
        </button>
      </Popover.Target>
      <Popover.Dropdown className={classes.pop!} aria-label={filter.label}>
        <Editor filter={filter} parts={parts} onChange={change} />
        {words && (
          <div className={classes.foot}>
            <Button
              variant="subtle"
              size="xs"
              px={6}
              onClick={() => {
                onChange({});
                setOpen(false);
              }}
            >
              Remove this filter
            </Button>
          </div>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

/** A chip for each field the list can be filtered by. */
export function RecordFilters({
  filters,
  value,
  onChange,
}: {
  filters: ListFilter[];
  value: Record<string, string> | undefined;
  onChange: (value: Record<string, string>) => void;
}) {
  if (filters.length === 0) return null;
  return (
    <div className={classes.filters} role="group" aria-label="Filters">
      {filters.map((filter) => {
        const parts = partsOf(value, filter.name);
        return (
          <FilterChip
            key={filter.name}
            filter={filter}
            parts={parts}
            onChange={(next) => onChange(withParts(value, filter.name, next))}
          />
        );
      })}
    </div>
  );
}
