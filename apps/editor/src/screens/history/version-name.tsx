import { Button, Popover, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { RevisionRow } from '../../api';
import type { Chronicle } from '../../editing/chronicle';
import { moment } from '../../parts/dates';
import { describeProblem } from '../../parts/states';
import classes from './history-screen.module.css';

/** Gives a version a name, by which it is found again and never removed. */
export function VersionName({ row, versions }: { row: RevisionRow; versions: NonNullable<Chronicle['versions']> }) {
  const queries = useQueryClient();
  const [opened, setOpened] = useState(false);
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const open = (): void => {
    setName(row.name ?? '');
    setError(null);
    setOpened(true);
  };
  const save = (event: FormEvent): void => {
    event.preventDefault();
    setBusy(true);
    versions
      .name(row.id, name.trim() || null)
      .then(() => queries.invalidateQueries({ queryKey: versions.key }))
      .then(() => setOpened(false))
      .catch((problem: unknown) => setError(describeProblem(problem)))
      .finally(() => setBusy(false));
  };
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus withinPortal position="bottom-start">
      <Popover.Target>
        <Button
          variant="subtle"
          size="xs"
          px={6}
          onClick={open}
          aria-label={`${row.name ? 'Rename' : 'Name'} the version of ${moment(row.createdAt)}`}
        >
          {row.name ? 'Rename' : 'Name it'}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form className={classes.name} onSubmit={save}>
          <TextInput
            label="Name of the version"
            description="Named versions are always kept."
            value={name}
            maxLength={120}
            onChange={(event) => setName(event.currentTarget.value)}
            error={error}
            data-autofocus
          />
          <Button type="submit" variant="filled" size="xs" loading={busy}>
            {name.trim() || !row.name ? 'Keep this name' : 'Take the name away'}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
