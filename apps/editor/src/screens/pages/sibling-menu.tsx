import { ActionIcon, Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, queryKeys } from '../../api';
import { StateMark } from '../../parts/marks';
import { describeProblem } from '../../parts/states';
import { count } from '../../parts/words';
import classes from './sibling-menu.module.css';

interface SiblingMenuProps {
  parent: number | 'root';
  current: number;
  title: string;
  edit?: boolean;
}

/** The pages beside one in the breadcrumbs. They are asked for when the menu opens. */
export function SiblingMenu({ parent, current, title, edit }: SiblingMenuProps) {
  const [opened, setOpened] = useState(false);
  const query = { parent, limit: 50, offset: 0 };
  const list = useQuery({ queryKey: queryKeys.pageList(query), queryFn: () => api.pages.list(query), enabled: opened });
  const rest = (list.data?.total ?? 0) - (list.data?.items.length ?? 0);
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-start">
      <Menu.Target>
        <ActionIcon className={classes.open!} size={22} aria-label={`Pages beside ${title}`}>
          <IconChevronDown size={13} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown className={classes.list!}>
        {list.isError && <p className={classes.note}>{describeProblem(list.error)}</p>}
        {list.isPending && <p className={classes.note}>Loading</p>}
        {list.data?.items.map((page) => (
          <Menu.Item
            key={page.id}
            component={Link}
            {...({
              to: edit && page.can.edit ? '/pages/$pageId/edit' : '/pages/$pageId',
              params: { pageId: String(page.id) },
            } as object)}
            leftSection={<StateMark state={page.state} />}
            rightSection={page.id === current ? <IconCheck size={15} aria-label="You are here" /> : undefined}
          >
            {page.title}
          </Menu.Item>
        ))}
        {rest > 0 && <p className={classes.note}>and {count(rest, 'more page')}</p>}
      </Menu.Dropdown>
    </Menu>
  );
}
