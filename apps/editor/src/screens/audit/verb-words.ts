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
  add: 'added',
  share: 'took over shared values into',
  restrict: 'restricted readers of',
  open: 'opened to everybody',
  nameRevision: 'named a version of',
  moveChildren: 'moved what was below',
  convertAlias: 'made a page of its own of',
  forgetAddress: 'let go of a former address of',
  scheduleFailed: 'could not do what was planned for',
  replace: 'gave another file to',
  grant: 'granted something to',
  revoke: 'took a permission from',
  rotate: 'renewed',
  invite: 'invited',
  addToGroup: 'put into a group',
  removeFromGroup: 'took out of a group',
  setPassword: 'set a password for',
  fix: 'mended',
  setUrlPaths: 'set the addresses of',
};
/** What people do to themselves: nothing follows. */
const own: Readonly<Record<string, string>> = {
  login: 'signed in',
  logout: 'signed out',
  refreshSession: 'stayed signed in',
  endSession: 'ended a session',
  endSessions: 'ended sessions',
  edit: 'changed their account',
  updatePreferences: 'changed their preferences',
  changePassword: 'changed their password',
  confirmPassword: 'confirmed their password',
  askForEmail: 'asked for another address',
  confirmEmail: 'confirmed their address',
  beginSecondFactor: 'began a second factor',
  addSecondFactor: 'added a second factor',
  removeSecondFactor: 'removed a second factor',
  renewRecoveryCodes: 'renewed their recovery codes',
  useRecoveryCode: 'signed in with a recovery code',
};
const actions: Readonly<Record<string, string>> = {
  'page.delete': 'moved to the trash',
  'bulk.start': 'asked for',
  'bulk.cancel': 'stopped',
};

/** The words of an entry; an action nobody has words for is told as it is called. */
export function verbWords({ action }: Pick<AuditLogEntry, 'action'>, isSelf: boolean): string {
  const verb = action.split('.').slice(1).join(' ');
  const self = isSelf ? own[verb] : undefined;
  if (self) return self;
  const plain = verb.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return actions[action] ?? (verb === 'delete' ? 'deleted' : (verbs[verb] ?? `did “${plain}”${isSelf ? '' : ' to'}`));
}
