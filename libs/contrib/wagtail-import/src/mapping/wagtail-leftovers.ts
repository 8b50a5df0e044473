import type { Reason } from './import-mapping.js';

const DERIVED = 'Made anew from the content.';
const HISTORY = 'The audit log tells what happened here, from the import on.';
const WORKFLOWS = 'There are no workflows yet.';
const COMMENTS = 'There are no comments yet.';
const SNIPPET_STATE = 'Snippets arrive live, as they were saved last: without drafts, schedules or locks.';

/** Tables of Wagtail and Django that hold nothing of a site's own, or nothing we have a place for. */
export const WAGTAIL_LEFTOVER_MODELS: Readonly<Record<string, Reason>> = {
  'admin.logentry': HISTORY,
  'auth.permission': 'Permissions are declared in code.',
  'contenttypes.contenttype': 'Types are declared in code.',
  'sessions.session': 'People sign in anew.',
  'wagtailadmin.editingsession': 'People sign in anew.',
  'wagtailcore.comment': COMMENTS,
  'wagtailcore.commentreply': COMMENTS,
  'wagtailcore.groupapprovaltask': WORKFLOWS,
  'wagtailcore.modellogentry': HISTORY,
  'wagtailcore.pagelogentry': HISTORY,
  'wagtailcore.pagesubscription': COMMENTS,
  'wagtailcore.referenceindex': DERIVED,
  'wagtailcore.task': WORKFLOWS,
  'wagtailcore.taskstate': WORKFLOWS,
  'wagtailcore.uploadedfile': 'An upload that was never finished.',
  'wagtailcore.workflow': WORKFLOWS,
  'wagtailcore.workflowcontenttype': WORKFLOWS,
  'wagtailcore.workflowpage': WORKFLOWS,
  'wagtailcore.workflowstate': WORKFLOWS,
  'wagtailcore.workflowtask': WORKFLOWS,
  'wagtailembeds.embed': 'A cache of other sites’ answers.',
  'wagtailforms.formsubmission': 'There are no form submissions yet.',
  'wagtailimages.rendition': DERIVED,
  'wagtailsearch.indexentry': DERIVED,
  'wagtailsearchpromotions.query': 'There are no search promotions yet.',
  'wagtailsearchpromotions.querydailyhits': 'There are no search promotions yet.',
  'wagtailsearchpromotions.searchpromotion': 'There are no search promotions yet.',
  'wagtailusers.userprofile': 'Preferences of another editor.',
};

/** Fields of Wagtail's and Django's own models without a counterpart. */
export const WAGTAIL_LEFTOVER_FIELDS: Readonly<Record<string, Readonly<Record<string, Reason>>>> = {
  'auth.user': {
    password: 'Passwords are never taken: people set a new one.',
    username: 'People sign in with their e-mail address.',
    is_staff: 'Whoever may edit follows from groups.',
    user_permissions: 'Permissions are given to groups only.',
  },
  'auth.group': { permissions: 'A permission without a counterpart.' },
  'wagtailcore.grouppagepermission': { permission: 'A permission without a counterpart.' },
  'wagtailcore.groupcollectionpermission': { permission: 'A permission without a counterpart.' },
  'wagtailcore.groupsitepermission': { permission: 'Settings of a site are granted together.' },
  'wagtailcore.revision': { 'content.wagtail_admin_comments': COMMENTS },
};

/** State of draftable, lockable or translatable snippets, to be named for each such model. */
export const SNIPPET_STATE_FIELDS: Readonly<Record<string, Reason>> = Object.fromEntries(
  [
    'has_unpublished_changes',
    'live',
    'live_revision',
    'go_live_at',
    'expire_at',
    'expired',
    'locked',
    'locked_at',
    'locked_by',
  ].map((field) => [field, SNIPPET_STATE]),
);
