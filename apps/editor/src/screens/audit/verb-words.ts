import type { AuditLogEntry } from '../../api';

/** What somebody did, between their name and the thing’s: “Ada **published** Home”. */
const verbs: Readonly<Record<string, string>> = {
  create: 'created',
  edit: 'edited',
  publish: 'published',
  unpublish: 'took offline',
  move: 'moved',
  copy: 'copied',
  reorder: 'put in another order what is below',
  restore: 'took back from the trash',
  revert: 'brought back an older version of',
  schedule: 'planned',
  unschedule: 'called off what was planned for',
  lock: 'locked',
  unlock: 'unlocked',
  translate: 'translated',
  purge: 'deleted for good',
  import: 'imported',
  export: 'exported',
  login: 'signed in',
  logout: 'signed out',
};
const actions: Readonly<Record<string, string>> = {
  'page.delete': 'moved to the trash',
  'bulk.start': 'asked for',
  'bulk.cancel': 'stopped',
};

/** The words of an entry; an action nobody has words for is told as it is called. */
export function verbWords({ action }: Pick<AuditLogEntry, 'action'>): string {
  const verb = action.split('.').slice(1).join(' ');
  const plain = verb.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return actions[action] ?? (verb === 'delete' ? 'deleted' : (verbs[verb] ?? `did “${plain}” to`));
}
