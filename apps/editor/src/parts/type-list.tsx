import { IconChevronRight } from '@tabler/icons-react';
import { Link, type LinkProps } from '@tanstack/react-router';
import classes from './type-list.module.css';
import { TypeIcon } from './type-icon';

export interface TypeItem {
  key: string;
  label: string;
  description: string;
  icon: string | null;
  link: LinkProps;
}

/** Kinds of something, each with icon and a sentence, to go on from. */
export function TypeList({ items, fallback, label }: { items: TypeItem[]; fallback?: string; label?: string }) {
  return (
    <ul className={classes.list} aria-label={label}>
      {items.map((item) => (
        <li key={item.key}>
          <Link {...item.link}>
            <span className={classes.icon}>
              <TypeIcon name={item.icon} size={22} {...(fallback ? { fallback } : {})} />
            </span>
            <span className={classes.words}>
              <b>{item.label}</b>
              <small>{item.description}</small>
            </span>
            <IconChevronRight size={18} stroke={1.75} aria-hidden />
          </Link>
        </li>
      ))}
    </ul>
  );
}
