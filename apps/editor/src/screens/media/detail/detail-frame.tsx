import { ActionIcon, Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './detail.module.css';

interface DetailFrameProps {
  title: string;
  menu?: ReactNode;
  onClose: () => void;
  children: ReactNode;
}

/** The panel at the right on wide screens, a drawer on others. */
export function DetailFrame({ title, menu, onClose, children }: DetailFrameProps) {
  const wide = useMediaQuery('(min-width: 1201px)', true, { getInitialValueInEffect: false });
  const inside = (
    <>
      <div className={classes.head}>
        <h2 className="cut">{title}</h2>
        {menu}
        <ActionIcon size={26} aria-label="Close the details" title="Close" onClick={onClose}>
          <IconX size={18} stroke={1.75} />
        </ActionIcon>
      </div>
      <div className={classes.body}>{children}</div>
    </>
  );
  if (wide)
    return (
      <aside className={classes.panel} aria-label={`Details of ${title}`}>
        {inside}
      </aside>
    );
  return (
    <Drawer
      opened
      onClose={onClose}
      size={420}
      withCloseButton={false}
      classNames={{ content: classes.drawer!, body: classes.drawerBody! }}
      aria-label={`Details of ${title}`}
    >
      {inside}
    </Drawer>
  );
}
