import { ActionIcon, Menu, Select } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { IconDownload, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api, queryKeys } from '../../api';
import { actionName } from '../../editing/history-words';
import { FindField } from '../../parts/find-field';
import list from '../../parts/list-screen.module.css';
import { describeProblem } from '../../parts/states';
import { showNote } from '../../parts/undo';
import { auditMatch, type AuditSearch } from './audit-search';
import classes from './audit.module.css';

interface AuditBarProps {
  search: AuditSearch;
  /** What the person of the filter is called, where a line says so. */
  person: string | undefined;
  onChange: (change: Partial<AuditSearch>) => void;
}

/** Finding, filtering and taking the log away. */
export function AuditBar({ search, person, onChange }: AuditBarProps) {
  const actions = useQuery({ queryKey: queryKeys.auditActions, queryFn: api.audit.actions }).data?.items ?? [];
  const take = (format: 'csv' | 'xlsx'): void =>
    void api.audit
      .export(auditMatch(search), format)
      .catch((error: unknown) => showNote(`Nothing was exported. ${describeProblem(error)}`));
  const chip = (label: string, words: string, change: Partial<AuditSearch>) => (
    <button
      type="button"
      className={list.chip}
      data-on
      onClick={() => onChange(change)}
      aria-label={`${label}: ${words}. Remove this filter`}
    >
      {label}: <b className="cut">{words}</b>
      <IconX size={15} stroke={1.75} aria-hidden />
    </button>
  );
  return (
    <div className={`${list.bar} ${classes.bar}`}>
      <FindField
        label="Find by name of thing or person"
        placeholder="Find by name"
        value={search.q ?? ''}
        onFind={(q) => onChange({ q: q || undefined })}
      />
      <Select
        className={classes.choice!}
        aria-label="What was done"
        placeholder="Everything done"
        data={actions.map((action) => ({ value: action, label: actionName(action) }))}
        value={search.action ?? null}
        onChange={(action) => onChange({ action: action ?? undefined })}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': 'Everything done' }}
      />
      <DatePickerInput
        className={classes.day!}
        aria-label="From this day"
        placeholder="From"
        valueFormat="D MMM YYYY"
        value={search.from ?? null}
        maxDate={search.until}
        clearable
        onChange={(from) => onChange({ from: from ?? undefined })}
      />
      <DatePickerInput
        className={classes.day!}
        aria-label="Up to this day"
        placeholder="To"
        valueFormat="D MMM YYYY"
        value={search.until ?? null}
        minDate={search.from}
        clearable
        onChange={(until) => onChange({ until: until ?? undefined })}
      />
      {search.user &&
        chip('Person', search.user === 'system' ? 'Pipit itself' : (person ?? search.user), { user: undefined })}
      {search.request && chip('One operation', 'its entries', { request: undefined })}
      {search.type &&
        search.subject &&
        chip('Thing', `${search.type} ${search.subject}`, { type: undefined, subject: undefined })}
      <span className={list.space} />
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label="Export" title="Export">
            <IconDownload size={18} stroke={1.75} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>Export what is shown</Menu.Label>
          <Menu.Item onClick={() => take('csv')}>As CSV</Menu.Item>
          <Menu.Item onClick={() => take('xlsx')}>As Excel (XLSX)</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
