import { definePermission } from '@pipit/access';

definePermission({ name: 'model.view', scope: 'type', label: 'See and choose rows' });
definePermission({ name: 'model.add', scope: 'type', label: 'Add rows' });
definePermission({ name: 'model.edit', scope: 'type', label: 'Edit rows' });
definePermission({ name: 'model.delete', scope: 'type', label: 'Delete rows' });
