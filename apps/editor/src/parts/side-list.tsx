import { TextInput } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { Link, useRouterState, type LinkProps } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import classes from './side-list.module.css';

export interface SideItem {
  label: string;
  icon: ReactNode;
  link: LinkProps;
  /** Addresses that begin so are “here”. */
  path: string;
}
export interface SideGroup {
  label: string;
  items: SideItem[];
}
/** So many rows can be looked over without a filter. */
const glance = 8;

/** A side column of places in groups, filtered by name when there are many. */
export function SideList({ title, groups, onGo }: { title: string; groups: SideGroup[]; onGo: () => void }) {
  const [text, setText] = useState('');
  const path = useRouterState({ select: (state) => state.location.pathname });
  const many = groups.reduce((sum, group) => sum + group.items.length, 0) > glance;
  const words = text.trim().toLowerCase();
  const shown = groups
    .map((group) => ({ ...group, items: group.items.filter((item) => item.label.toLowerCase().includes(words)) }))
    .filter((group) => group.items.length > 0);
  return (
    <>
      <div className={classes.head}>
        <b>{title}</b>
      </div>
      {many && (
        <TextInput
          classNames={{ wrapper: classes.filter! }}
          aria-label={`Filter ${title.toLowerCase()}`}
          placeholder={`Filter ${title.toLowerCase()}`}
          data-ghost
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          leftSection={<IconFilter size={15} stroke={1.75} />}
        />
      )}
      <nav className={classes.list} aria-label={title}>
        {shown.map((group) => (
          <div key={group.label} role="group" aria-label={group.label} className={classes.group}>
            <h3 aria-hidden>{group.label}</h3>
            {group.items.map((item) => {
              const here = path === item.path || path.startsWith(`${item.path}/`);
              return (
                <Link
                  key={item.path}
                  {...item.link}
                  onClick={onGo}
                  className={classes.row}
                  data-here={here || undefined}
                  aria-current={here ? 'page' : undefined}
                >
                  {item.icon}
                  <span className="cut">{item.label}</span>
                </Link>
              );
            })}
          </div>
        ))}
        {shown.length === 0 && text && <p className={classes.none}>Nothing is called “{text}”.</p>}
      </nav>
    </>
  );
}
