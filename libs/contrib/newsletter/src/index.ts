/** An example of a plugin: it uses every door there is. */
export { WeeklySlotField, weeklySlot, weeklySlotKind, type WeeklySlot } from './fields/weekly-slot.js';
export { highlight, subscribe, unsubscribe } from './fields/rich-text.js';
export { newsletter } from './newsletter.plugin.js';
export type { NewsletterOptions } from './options.js';
export { SEND } from './permissions.js';
export { RecordingMailer } from './recording-mailer.js';
export { BeforeIssueSend, IssueSent, SendIssue } from './send-issue.action.js';
export { SentMail } from './sent-mail.entity.js';
export { Subscribe } from './subscribe.action.js';
export { Subscriber } from './subscriber.entity.js';
export { Issue, IssueLink, callToAction } from './types/issue.js';
export { NewsletterSettings } from './types/newsletter-settings.js';
