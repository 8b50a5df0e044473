import type { ContentType, HistoryEntry } from '../api';

const verbOf = (entry: Pick<HistoryEntry, 'action'>): string => entry.action.split('.').pop() ?? '';
/** What the audit log calls it, in words. */
const words: Readonly<Record<string, string>> = {
  edit: 'Edited',
  publish: 'Went live',
  unpublish: 'Taken offline',
  move: 'Moved',
  restore: 'Taken back from the trash',
  revert: 'Older version restored',
  nameRevision: 'Version named',
  import: 'Imported',
  export: 'Exported',
  copy: 'Copied',
  schedule: 'Planned',
  unschedule: 'Plan called off',
  scheduleFailed: 'Planned, and could not be done',
  restrict: 'Restricted to some readers',
  open: 'Opened to everybody',
  lock: 'Locked',
  unlock: 'Unlocked',
  translate: 'Translated',
  share: 'Shared values taken over',
  add: 'Added',
  login: 'Signed in',
  logout: 'Signed out',
  refresh: 'Stayed signed in',
  start: 'Started',
  cancel: 'Stopped',
};

export const isEdit = (entry: Pick<HistoryEntry, 'action'>): boolean => verbOf(entry) === 'edit';
export const isPublication = (entry: Pick<HistoryEntry, 'action'>): boolean => verbOf(entry) === 'publish';

/** `addToGroup` as “Add to group”. */
const sentence = (name: string): string => {
  const plain = name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return `${plain.slice(0, 1).toUpperCase()}${plain.slice(1)}`;
};

/** An action by its name alone, for choosing from a list: `page.publish` as “Page: publish”. */
export function actionName(action: string): string {
  const [subject = '', ...verb] = action.split('.');
  return `${sentence(subject)}: ${sentence(verb.join(' ')).toLowerCase()}`;
}

/** What happened; an action nobody has words for is shown as it is called. */
export function wordsOfAction(entry: Pick<HistoryEntry, 'action'>, what: string): string {
  const verb = verbOf(entry);
  const thing = `${what.slice(0, 1).toUpperCase()}${what.slice(1)}`;
  if (verb === 'create') return `${thing} created`;
  if (verb === 'delete') return what === 'page' ? 'Moved to trash' : `${thing} deleted`;
  return words[verb] ?? sentence(verb);
}

/** Labels of changed fields, shortened to what fits a line. */
export function namedFields(type: Pick<ContentType, 'fields'>, names: unknown): string {
  const labels = (Array.isArray(names) ? names : [])
    .map((name) => type.fields.find((field) => field.name === name)?.label)
    .filter((label) => label !== undefined);
  if (labels.length > 3) return `${labels.slice(0, 2).join(', ')} and ${labels.length - 2} more`;
  return labels.join(', ');
}
