import { defineOwnership, definePermission, defineSiteScope, defineTreeScope } from '@pipit/access';

defineTreeScope({ kind: 'page', table: 'page', titleColumn: 'draft_title' });
defineSiteScope({ table: 'site', title: `coalesce(nullif(name, ''), hostname)` });
defineOwnership({ table: 'page', column: 'owner_id', label: 'Pages' });

definePermission({ name: 'page.add', scope: 'page', label: 'Add pages, and edit and delete one’s own drafts' });
definePermission({ name: 'page.edit', scope: 'page', label: 'Edit pages' });
definePermission({ name: 'page.publish', scope: 'page', label: 'Publish pages and take them offline' });
definePermission({ name: 'page.delete', scope: 'page', label: 'Delete pages' });
definePermission({ name: 'page.bulkDelete', scope: 'page', label: 'Delete pages together with the pages below them' });
definePermission({ name: 'page.lock', scope: 'page', label: 'Lock pages, and unlock one’s own' });
definePermission({ name: 'page.unlock', scope: 'page', label: 'Unlock pages that others locked' });
definePermission({ name: 'redirect.add', scope: 'global', label: 'Add redirects' });
definePermission({ name: 'redirect.edit', scope: 'global', label: 'Change redirects' });
definePermission({ name: 'redirect.delete', scope: 'global', label: 'Delete redirects' });
definePermission({ name: 'site.add', scope: 'global', label: 'Add sites' });
definePermission({ name: 'site.edit', scope: 'global', label: 'Change sites' });
definePermission({ name: 'site.delete', scope: 'global', label: 'Remove sites' });
