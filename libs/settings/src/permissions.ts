import { definePermission } from '@pipit/access';

definePermission({ name: 'settings.edit', scope: 'type', label: 'See and edit settings', perSite: true });
