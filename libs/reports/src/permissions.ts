import { definePermission } from '@pipit/access';

/** Others see of the log what concerns the pages they may edit and the types whose rows they may see. */
definePermission({
  name: 'audit.view',
  scope: 'global',
  label: 'See everything that was done, by whom and from where',
});
