import type { LinkProps } from '@tanstack/react-router';

/** A screen about the whole site, which no content type brings. */
export interface SitePlace {
  key: string;
  label: string;
  description: string;
  /** A name of `TypeIcon`. */
  icon: string;
  link: LinkProps;
  /** Addresses that begin so are “here”. */
  path: string;
  group: 'People' | 'Site' | 'Reports';
  /** One of these is needed somewhere for the screen to be of use; none: everybody may find something there. */
  permissions: readonly string[];
}

/** The screens about the whole site, in the order they are shown. */
export const sitePlaces: readonly SitePlace[] = [
  {
    key: 'users',
    label: 'Users',
    description: 'Who may sign in, and what they may do',
    icon: 'user',
    link: { to: '/settings/users' },
    path: '/settings/users',
    group: 'People',
    permissions: ['user.manage'],
  },
  {
    key: 'groups',
    label: 'Groups',
    description: 'What people are granted together',
    icon: 'users',
    link: { to: '/settings/groups' },
    path: '/settings/groups',
    group: 'People',
    permissions: ['group.manage', 'user.manage'],
  },
  {
    key: 'tokens',
    label: 'API tokens',
    description: 'Keys for frontends and other programs',
    icon: 'key',
    link: { to: '/settings/tokens' },
    path: '/settings/tokens',
    group: 'People',
    permissions: ['token.manage'],
  },
  {
    key: 'redirects',
    label: 'Redirects',
    description: 'Where former addresses lead',
    icon: 'arrow-forward-up',
    link: { to: '/settings/redirects' },
    path: '/settings/redirects',
    group: 'Site',
    permissions: ['redirect.add', 'redirect.edit', 'redirect.delete'],
  },
  {
    key: 'trash',
    label: 'Trash',
    description: 'Deleted pages, which can come back',
    icon: 'trash',
    link: { to: '/settings/trash' },
    path: '/settings/trash',
    group: 'Site',
    permissions: ['page.delete', 'page.add'],
  },
  {
    key: 'sites',
    label: 'Sites',
    description: 'Host names and their home pages',
    icon: 'world',
    link: { to: '/settings/sites' },
    path: '/settings/sites',
    group: 'Site',
    permissions: ['site.add', 'site.edit', 'site.delete'],
  },
  {
    key: 'languages',
    label: 'Languages',
    description: 'What content is written in, and what readers get instead',
    icon: 'language',
    link: { to: '/settings/languages' },
    path: '/settings/languages',
    group: 'Site',
    permissions: ['locale.add', 'locale.edit', 'locale.delete'],
  },
  {
    key: 'translations',
    label: 'Translations',
    description: 'What lacks a translation, or has an older one',
    icon: 'language',
    link: { to: '/reports/translations' },
    path: '/reports/translations',
    group: 'Reports',
    permissions: ['page.edit', 'page.publish'],
  },
  {
    key: 'audit',
    label: 'Audit log',
    description: 'Who did what, when, from where',
    icon: 'list-search',
    link: { to: '/reports/audit' },
    path: '/reports/audit',
    group: 'Reports',
    permissions: [],
  },
  {
    key: 'scheduled',
    label: 'Planned',
    description: 'What goes live and offline, when, and what could not',
    icon: 'calendar-time',
    link: { to: '/reports/scheduled' },
    path: '/reports/scheduled',
    group: 'Reports',
    permissions: ['page.edit', 'page.publish', 'page.add', 'snippet.edit', 'snippet.publish'],
  },
  {
    key: 'locked',
    label: 'Locked',
    description: 'Pages and snippets that somebody keeps others from changing',
    icon: 'lock',
    link: { to: '/reports/locked' },
    path: '/reports/locked',
    group: 'Reports',
    permissions: ['page.edit', 'page.publish', 'page.add', 'snippet.edit', 'snippet.publish'],
  },
  {
    key: 'operations',
    label: 'Bulk operations',
    description: 'What was asked to be done to many pages, and how it went',
    icon: 'list-check',
    link: { to: '/reports/operations' },
    path: '/reports/operations',
    group: 'Reports',
    permissions: ['page.edit', 'page.publish', 'page.delete', 'page.add'],
  },
];
