import { definePermission } from '@pipit/access';

definePermission({ name: 'snippet.view', scope: 'type', label: 'See and choose snippets' });
definePermission({ name: 'snippet.add', scope: 'type', label: 'Add snippets' });
definePermission({ name: 'snippet.edit', scope: 'type', label: 'Edit snippets' });
definePermission({ name: 'snippet.publish', scope: 'type', label: 'Publish and unpublish snippets' });
definePermission({ name: 'snippet.lock', scope: 'type', label: 'Lock snippets, and unlock one’s own' });
definePermission({ name: 'snippet.unlock', scope: 'type', label: 'Unlock snippets that others locked' });
definePermission({ name: 'snippet.delete', scope: 'type', label: 'Delete snippets' });
