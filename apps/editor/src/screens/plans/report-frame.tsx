import { Checkbox } from '@mantine/core';
import type { LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import list from '../../parts/list-screen.module.css';
import { useTitle } from '../../parts/title';
import { TopBar } from '../../shell/top-bar';
import classes from './plans.module.css';

interface ReportFrameProps {
  title: string;
  facts: string;
  link: LinkProps;
  mine: boolean;
  onMine: (mine: boolean) => void;
  children: ReactNode;
}

/** A report about pages and snippets: all one may know of, or one's own. */
export function ReportFrame({ title, facts, link, mine, onMine, children }: ReportFrameProps) {
  useTitle(title);
  const settings = { label: 'Settings', link: { to: '/settings' as const } };
  return (
    <>
      <TopBar
        crumbs={[settings, { label: title, link }]}
        phoneTitle={title}
        sideButton="Show the settings"
        back={settings}
      />
      <div className={list.scroller}>
        <div className={classes.page}>
          <div className={list.head}>
            <div className={list.headText}>
              <h1>{title}</h1>
              <p className={list.facts}>{facts}</p>
            </div>
            <Checkbox label="Only mine" checked={mine} onChange={({ currentTarget: { checked } }) => onMine(checked)} />
          </div>
          {children}
        </div>
      </div>
    </>
  );
}
