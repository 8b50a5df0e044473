import { definePermission } from '@pipit/access';

definePermission({ name: 'locale.add', scope: 'global', label: 'Add languages' });
definePermission({ name: 'locale.edit', scope: 'global', label: 'Change languages' });
definePermission({ name: 'locale.delete', scope: 'global', label: 'Remove languages' });
