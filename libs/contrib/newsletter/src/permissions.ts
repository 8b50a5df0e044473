import { definePermission } from '@pipit/cms';

/** Sending mail to everybody who asked for it. */
export const SEND = 'newsletter.send';

definePermission({ name: SEND, scope: 'global', label: 'Send newsletters and see how many people read them' });
