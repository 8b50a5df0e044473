import type { AuditEntryInput } from '@pipit/kernel';
import type { Redirect } from '../redirect.entity.js';

/** What is to be told of a redirect when it is gone. */
export function auditRedirect(action: string, redirect: Redirect): AuditEntryInput {
  const { id, oldPath, siteId, pageId, pageRoutePath, link, isPermanent } = redirect;
  const data = { siteId, pageId, pageRoutePath, link, isPermanent };
  return { action, subject: { type: 'redirect', id, label: oldPath }, data };
}
