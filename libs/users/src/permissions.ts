import { definePermission } from '@pipit/access';

/** Create accounts, set their passwords, put them into groups. */
export const manageUsers = definePermission({ name: 'user.manage', scope: 'global', label: 'Manage users' });
/** Create groups and say what they are granted. */
export const manageGroups = definePermission({ name: 'group.manage', scope: 'global', label: 'Manage groups' });
