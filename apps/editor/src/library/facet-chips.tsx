import { Menu } from '@mantine/core';
import { IconCheck, IconChevronDown, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { FacetCount } from '../api';
import classes from './facets.module.css';

const number = (value: number): string => value.toLocaleString('en-GB');

interface FacetMenuProps {
  /** What the choice is about: “Type”. */
  label: string;
  values: readonly FacetCount[];
  /** How many things the list has. */
  total: number;
  chosen: string | undefined;
  /** How a value is called, where the server's name is not for people. */
  name?: (value: FacetCount) => string;
  onChoose: (value: string | undefined) => void;
}

/** One thing a list can be narrowed by, with how many there are of each value. */
export function FacetMenu({ label, values, total, chosen, name = (value) => value.label, onChoose }: FacetMenuProps) {
  const here = values.find(({ value }) => value === chosen);
  // Where all are of one kind there is nothing to choose.
  if (chosen === undefined && !values.some(({ count }) => count < total)) return null;
  return (
    <Menu position="bottom-start" shadow="md">
      <Menu.Target>
        <button type="button" className={classes.chip} data-on={chosen !== undefined || undefined}>
          {chosen === undefined ? label : here ? name(here) : chosen}
          {here && <b>{number(here.count)}</b>}
          <IconChevronDown size={15} stroke={1.75} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown mah={340} style={{ overflow: 'auto' }}>
        {chosen !== undefined && (
          <Menu.Item leftSection={<IconX size={15} />} onClick={() => onChoose(undefined)}>
            Any
          </Menu.Item>
        )}
        {values.map((value) => (
          <Menu.RadioItem
            key={value.value}
            value={value.value}
            checked={value.value === chosen}
            checkIcon={<IconCheck size={14} aria-hidden />}
            closeMenuOnClick
            rightSection={<span className={classes.count}>{number(value.count)}</span>}
            onChange={() => onChoose(value.value)}
          >
            {name(value)}
          </Menu.RadioItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

interface FacetSwitchProps {
  on: boolean;
  count: number | undefined;
  icon?: ReactNode;
  children: ReactNode;
  onToggle: (on: boolean) => void;
}

/** Narrows a list to those something is the matter with. Gone where there are none. */
export function FacetSwitch({ on, count, icon, children, onToggle }: FacetSwitchProps) {
  if (!on && !count) return null;
  return (
    <button
      type="button"
      className={classes.chip}
      aria-pressed={on}
      data-on={on || undefined}
      onClick={() => onToggle(!on)}
    >
      {icon}
      {children}
      {count !== undefined && <b>{number(count)}</b>}
      {on && <IconX size={15} stroke={1.75} aria-hidden />}
    </button>
  );
}
