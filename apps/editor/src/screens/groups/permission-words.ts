import type { Grant, GrantScope, PermissionRow } from '../../api';

const subjects: Readonly<Record<string, string>> = {
  page: 'Pages',
  image: 'Images',
  document: 'Documents',
  collection: 'Collections',
  snippet: 'Snippets',
  model: 'Records',
  settings: 'Settings',
  redirect: 'Redirects',
  site: 'Sites',
  locale: 'Languages',
  user: 'Users',
  group: 'Groups',
  token: 'API tokens',
  audit: 'Audit log',
};
const verbs: Readonly<Record<string, string>> = {
  add: 'Add',
  view: 'See',
  choose: 'Choose',
  edit: 'Edit',
  publish: 'Publish',
  delete: 'Delete',
  bulkDelete: 'Delete with pages below',
  lock: 'Lock',
  unlock: 'Unlock',
  manage: 'Manage',
};
/** Columns in the order work is done in. */
const order = Object.keys(verbs);

/** What a subject is called. */
export const subjectWords = (subject: string): string =>
  subjects[subject] ??
  subject.charAt(0).toUpperCase() +
    subject
      .slice(1)
      .replace(/([A-Z])/g, ' $1')
      .toLowerCase();

/** The subjects of some permissions, those that people work with most first. */
export function subjectsOf(items: readonly PermissionRow[]): string[] {
  const known = Object.keys(subjects);
  const place = (subject: string): number => (known.indexOf(subject) + 99) % 99;
  return [...new Set(items.map(({ subject }) => subject))].sort((a, b) => place(a) - place(b));
}

/** The heading of a column: the verb alone where everybody knows it, else what the permission is called. */
export function columnWords({ name, label, subject }: PermissionRow): string {
  return (subjects[subject] && verbs[name.split('.')[1] ?? '']) || label;
}

/** A permission by its name alone, for those who may not read the catalogue. */
export function nameWords(name: string): string {
  const [subject = name, verb = ''] = name.split('.');
  const words =
    verbs[verb] ??
    verb.charAt(0).toUpperCase() +
      verb
        .slice(1)
        .replace(/([A-Z])/g, ' $1')
        .toLowerCase();
  return `${subjectWords(subject)}: ${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}

/** The order in which permissions stand beside each other. */
export function byVerb(a: PermissionRow, b: PermissionRow): number {
  const place = ({ name }: PermissionRow): number => (order.indexOf(name.split('.')[1] ?? '') + 99) % 99;
  return place(a) - place(b) || a.label.localeCompare(b.label);
}

/** A grant as one word, to look it up by. */
export const keyOf = ({ permission, scope: { kind, id, name } }: Grant): string =>
  [permission, kind, id, name].join(' ');

/** A place as one word. */
export const placeKey = ({ kind, id, name }: GrantScope): string => [kind, id, name].join(' ');
