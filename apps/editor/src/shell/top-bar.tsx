import { ActionIcon } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconChevronLeft, IconLayoutSidebar, IconSearch } from '@tabler/icons-react';
import { Link, type LinkProps } from '@tanstack/react-router';
import { memo, type ReactNode } from 'react';
import { useShell } from './shell-state';
import classes from './top-bar.module.css';

export interface Crumb {
  label: string;
  link: LinkProps;
  menu?: ReactNode;
}
interface TopBarProps {
  crumbs: Crumb[];
  /** Is there a side column behind a button on narrow widths? */
  sideButton?: string | undefined;
  /** Shows the side button at every width, as while editing. */
  sideAlways?: boolean;
  /** On phones: where the arrow leads and what stands beside it. */
  back?: { label: string; link: LinkProps };
  phoneTitle?: ReactNode;
  /** Where the work is: at the right, on phones in the place of the title. */
  status?: ReactNode;
  children?: ReactNode;
  search?: boolean;
}

/** The header of the sheet: where you are at the left, search or tools at the right. */
export const TopBar = memo(function TopBar({
  crumbs,
  sideButton,
  sideAlways,
  back,
  phoneTitle,
  status,
  children,
  search = true,
}: TopBarProps) {
  const { setPaletteOpen, toggleSide } = useShell();
  const phone = useMediaQuery('(max-width: 640px)', false, { getInitialValueInEffect: false });
  return (
    <header className={classes.top}>
      {back && (
        <ActionIcon
          className="only-phone"
          component={Link}
          {...(back.link as object)}
          aria-label={`Back to ${back.label}`}
        >
          <IconChevronLeft size={20} stroke={1.75} />
        </ActionIcon>
      )}
      {sideButton && (
        <ActionIcon
          className={sideAlways ? classes.sideAlways : classes.side}
          aria-label={sideButton}
          title={`${sideButton} (Ctrl+\\)`}
          onClick={toggleSide}
        >
          <IconLayoutSidebar size={18} stroke={1.75} />
        </ActionIcon>
      )}
      <nav className={classes.crumbs} aria-label="Breadcrumbs">
        {crumbs.map((crumb, index) => (
          <span key={index} className={classes.crumb}>
            {index > 0 && <i aria-hidden>/</i>}
            <Link {...crumb.link} aria-current={index === crumbs.length - 1 ? 'page' : undefined} className="cut">
              {crumb.label}
            </Link>
            {crumb.menu}
          </span>
        ))}
      </nav>
      <b className={classes.phoneTitle}>
        {phone && status !== undefined ? status : (phoneTitle ?? back?.label ?? crumbs[crumbs.length - 1]?.label)}
      </b>
      <span className={classes.space} />
      {!phone && status}
      {children}
      {search && (
        <>
          <button type="button" className={classes.search} onClick={() => setPaletteOpen(true)}>
            <IconSearch size={15} stroke={1.75} aria-hidden />
            <span>Search or jump to</span>
            <kbd>Ctrl K</kbd>
          </button>
          <ActionIcon className="only-phone" aria-label="Search" onClick={() => setPaletteOpen(true)}>
            <IconSearch size={18} stroke={1.75} />
          </ActionIcon>
        </>
      )}
    </header>
  );
});
