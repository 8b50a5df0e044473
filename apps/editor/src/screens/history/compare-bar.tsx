import { Select } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import type { RevisionRow } from '../../api';
import { moment } from '../../parts/dates';
import classes from './history-screen.module.css';
import type { HistorySearch } from './history-search';

interface CompareBarProps {
  rows: RevisionRow[];
  live: boolean;
  from: string | undefined;
  to: string | undefined;
  onSearch: (search: HistorySearch) => void;
}

/** What a version is called where it is chosen. */
function labelOf(row: RevisionRow): string {
  const mark = row.isLatest ? ', newest' : row.isLive ? ', live' : '';
  return row.name ? `${row.name} (${moment(row.createdAt)}${mark})` : `${moment(row.createdAt)}${mark}`;
}

/** Which two versions are beside each other. */
export function CompareBar({ rows, live, from, to, onSearch }: CompareBarProps) {
  const data = [
    ...(live ? [{ value: 'live', label: 'What is live' }] : []),
    ...rows.map((row) => ({ value: String(row.id), label: labelOf(row) })),
  ];
  const withKnown = (value: string | undefined) =>
    value && !data.some((item) => item.value === value)
      ? [
          ...data,
          {
            value,
            label:
              value === 'draft'
                ? 'The newest version'
                : value === 'working-copy'
                  ? 'Your unsaved work'
                  : `Version ${value}`,
          },
        ]
      : data;
  const choose = (part: HistorySearch): void => onSearch({ ...(from ? { from } : {}), ...(to ? { to } : {}), ...part });
  return (
    <div className={classes.bar}>
      <Select
        aria-label="Older version"
        data={withKnown(from)}
        value={from ?? null}
        onChange={(value) => value && choose({ from: value })}
        allowDeselect={false}
      />
      <IconArrowRight size={18} stroke={1.75} aria-label="compared with" />
      <Select
        aria-label="Newer version"
        data={withKnown(to)}
        value={to ?? null}
        onChange={(value) => value && choose({ to: value })}
        allowDeselect={false}
      />
    </div>
  );
}
