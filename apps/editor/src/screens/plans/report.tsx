import { Checkbox } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { LinkProps } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import list from '../../parts/list-screen.module.css';
import { ShowMore } from '../../parts/show-more';
import { Empty, Loaded } from '../../parts/states';
import { useTitle } from '../../parts/title';
import { SettingsBar } from '../../shell/settings-bar';
import classes from './plans.module.css';

const chunk = 50;

interface ReportProps<Item> {
  title: string;
  facts: string;
  link: LinkProps;
  /** What is told when they cannot be loaded: “The locks”. */
  what: string;
  /** What is told when there is none: at all, and of one's own. */
  none: { all: string; mine: string };
  queryKey: (mine: boolean) => readonly unknown[];
  read: (part: { mine: boolean; limit: number; offset: number }) => Promise<{ items: Item[] }>;
  keyOf: (item: Item) => string;
  /** What stands in an item's row. */
  row: (item: Item) => ReactNode;
}

/** A report about pages and snippets, part by part: all one may know of, or one's own. */
export function Report<Item>({ title, facts, link, what, none, queryKey, read, keyOf, row }: ReportProps<Item>) {
  const [mine, setMine] = useState(false);
  const found = useInfiniteQuery({
    queryKey: queryKey(mine),
    queryFn: ({ pageParam }) => read({ mine, limit: chunk, offset: pageParam }),
    initialPageParam: 0,
    getNextPageParam: (last, all) => (last.items.length === chunk ? all.length * chunk : undefined),
  });
  const items = found.data?.pages.flatMap((part) => part.items) ?? [];
  useTitle(title);
  return (
    <>
      <SettingsBar path={[{ label: title, link }]} />
      <div className={list.scroller}>
        <div className={classes.page}>
          <div className={list.head}>
            <div className={list.headText}>
              <h1>{title}</h1>
              <p className={list.facts}>{facts}</p>
            </div>
            <Checkbox
              label="Only mine"
              checked={mine}
              onChange={({ currentTarget: { checked } }) => setMine(checked)}
            />
          </div>
          <Loaded found={found} what={`${what} could not be loaded.`}>
            {items.length === 0 ? (
              <Empty>{mine ? none.mine : none.all}</Empty>
            ) : (
              <ul className={classes.list}>
                {items.map((item) => (
                  <li key={keyOf(item)} className={classes.item}>
                    {row(item)}
                  </li>
                ))}
              </ul>
            )}
          </Loaded>
          <ShowMore found={found} />
        </div>
      </div>
    </>
  );
}
