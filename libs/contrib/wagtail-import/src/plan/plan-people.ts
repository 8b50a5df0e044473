import { emailKey, findPermission, type Grant, type GrantScope, ROOT_COLLECTION_ID } from '@pipit/cms';
import type { FixtureRow } from '../fixture/fixture.js';
import type { ImportPlan, PlannedUser } from './import-plan.js';
import { PAGE_MODEL, type PlanContext } from './plan-context.js';
import { planSitePermissions } from './plan-site-permissions.js';
import { RowReader } from './row-reader.js';

/** Accounts without passwords, and who belongs to which group. */
export function planUsers(context: PlanContext): Pick<ImportPlan, 'users' | 'memberships'> {
  const memberships: ImportPlan['memberships'][number][] = [];
  const addresses = new Set<string>();
  const users = context.fixture.of('auth.user').map((row): PlannedUser => {
    const reader = new RowReader(row, context);
    const user = readUser(reader);
    memberships.push(...reader.groupNames('groups').map((group) => ({ userId: user.id, group })));
    reader.finish();
    if (user.emailKey === null || !addresses.has(user.emailKey)) {
      addresses.add(user.emailKey ?? '');
      return user;
    }
    reader.note('email', 'Another account has this address too: this one cannot sign in until it gets its own.');
    return { ...user, emailKey: null };
  });
  return { users, memberships };
}

function readUser(reader: RowReader): PlannedUser {
  const email = reader.text('email');
  const isAdministrator = reader.boolean('is_superuser');
  const fullName = `${reader.text('first_name')} ${reader.text('last_name')}`.trim();
  const login = String(reader.row.fields['username'] ?? '');
  if (fullName === '') reader.derived('username');
  // A password that begins with an exclamation mark is none.
  if (String(reader.row.fields['password'] ?? '!').startsWith('!')) reader.derived('password');
  if (isAdministrator) reader.derived('is_staff');
  return {
    id: reader.id,
    email,
    emailKey: email === '' ? null : emailKey(email),
    name: fullName || login,
    isAdministrator,
    isActive: reader.boolean('is_active', true),
    lastLoginAt: reader.moment('last_login'),
    createdAt: reader.moment('date_joined') ?? new Date().toISOString(),
  };
}

/** Groups with the permissions that have a counterpart. */
export function planGroups(context: PlanContext): ImportPlan['groups'] {
  const grants = new Map<number, Grant[]>();
  const groups = context.fixture.of('auth.group').map((row) => {
    const reader = new RowReader(row, context);
    const group = { id: reader.id, name: reader.text('name') };
    grants.set(group.id, generalGrants(reader, context));
    reader.finish();
    return group;
  });
  for (const row of context.fixture.of('wagtailcore.grouppagepermission')) {
    addScoped(context, grants, row, { kind: 'page', field: 'page', model: PAGE_MODEL });
  }
  for (const row of context.fixture.of('wagtailcore.groupcollectionpermission')) {
    addScoped(context, grants, row, { kind: 'collection', field: 'collection', model: 'wagtailcore.collection' });
  }
  for (const { group, grant } of planSitePermissions(context)) {
    grants.set(group, [...(grants.get(group) ?? []), grant]);
  }
  return groups.map((group) => ({ ...group, grants: distinct(grants.get(group.id) ?? []) }));
}

/** Permissions Django gives everywhere: on images, documents, snippets, settings. */
function generalGrants(reader: RowReader, context: PlanContext): Grant[] {
  const given = reader.take('permissions') ?? [];
  return (Array.isArray(given) ? given : []).flatMap((permission) => {
    const [codename, app, model] = Array.isArray(permission) ? permission.map(String) : [String(permission)];
    const verb = codename?.split('_')[0] ?? '';
    const type = context.types.find(`${app}.${model}`) ?? context.types.findSettings(`${app}.${model}`);
    const name = permissionName(verb, model ?? '', type?.category);
    if (!name) {
      reader.leave('permissions', `The permission ${codename} (${app}) has no counterpart.`);
      return [];
    }
    return [
      {
        permission: name.name,
        scope: name.type && type ? { kind: 'type', name: type.name } : mediaRoot,
      },
    ];
  });
}

const mediaRoot: GrantScope = { kind: 'collection', id: ROOT_COLLECTION_ID };

/** The permission of ours behind one of Django's; null when none of the loaded libs defines it. */
function permissionName(verb: string, model: string, category?: string): { name: string; type: boolean } | null {
  const ours = {
    add: 'add',
    change: 'edit',
    delete: 'delete',
    publish: 'publish',
    choose: 'choose',
    lock: 'lock',
    unlock: 'lock',
    view: 'view',
  }[verb];
  const isOfType = category === 'snippet' || category === 'model' || category === 'settings';
  const subject = isOfType ? category : ['image', 'document', 'page', 'collection'].includes(model) ? model : null;
  const name = ours && subject ? `${subject}.${ours}` : null;
  return name && findPermission(name) ? { name, type: isOfType } : null;
}

interface Scoped {
  readonly kind: 'page' | 'collection';
  readonly field: string;
  readonly model: string;
}

function addScoped(
  context: PlanContext,
  grants: Map<number, Grant[]>,
  row: FixtureRow,
  { kind, field, model }: Scoped,
): void {
  const reader = new RowReader(row, context);
  const group = reader.owner('group', 'auth.group');
  const id = reader.owner(field, model);
  const permission = reader.take('permission') ?? row.fields['permission_type'] ?? '';
  reader.derived('permission_type');
  const [codename, , target] = Array.isArray(permission) ? permission.map(String) : [String(permission), '', kind];
  const name = permissionName(codename?.split('_')[0] ?? '', target ?? kind);
  if (name) grants.set(group, [...(grants.get(group) ?? []), { permission: name.name, scope: { kind, id } }]);
  else reader.leave('permission', `The permission ${codename} has no counterpart.`);
  reader.finish();
}

function distinct(grants: readonly Grant[]): Grant[] {
  return [...new Map(grants.map((grant) => [JSON.stringify(grant), grant])).values()];
}
