import { definePermission } from '@pipit/access';

/** Create accounts, set their passwords, put them into groups. */
export const manageUsers = definePermission({ name: 'user.manage', scope: 'global', label: 'Manage users' });
/** Create groups and say what they are granted. */
export const manageGroups = definePermission({ name: 'group.manage', scope: 'global', label: 'Manage groups' });
/** Make API tokens, which hand on some of one's own rights to programs. */
export const manageTokens = definePermission({ name: 'token.manage', scope: 'global', label: 'Make API tokens' });
