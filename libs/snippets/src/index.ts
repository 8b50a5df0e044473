/** Content without a place in the tree. */
export { SnippetContent } from './snippet-content.js';
export {
  SnippetLinkField,
  SnippetsField,
  snippetLink,
  snippetLinkKind,
  snippetsKind,
  type SnippetLinkOptions,
} from './snippet-link.js';
export { SnippetType, type SnippetTypeOptions } from './snippet-type.decorator.js';
export { CreateSnippet, type CreateSnippetInput } from './actions/create-snippet.action.js';
export { DeleteSnippet, type DeleteSnippetInput } from './actions/delete-snippet.action.js';
export { EditSnippet, type EditSnippetInput } from './actions/edit-snippet.action.js';
export { PublishSnippet } from './actions/publish-snippet.action.js';
export { RevertSnippet, type RevertSnippetInput } from './actions/revert-snippet.action.js';
export { SnippetAccess } from './actions/snippet-access.js';
export type { SnippetWish } from './actions/snippet-access.js';
export { UnpublishSnippet } from './actions/unpublish-snippet.action.js';
export * from './events.js';
export * from './hooks.js';
export { SnippetDetails } from './queries/snippet-details.js';
export { findSnippet } from './queries/snippet-rows.js';
export { SnippetDrafts } from './snippet-drafts.js';
export { snapshotOf as snippetSnapshot } from './snippet-row.js';
export { SnippetStaging } from './staging/snippet-staging.js';
export { SnippetTypes } from './snippet-types.js';
export { SnippetsModule } from './snippets.module.js';
export { NameSnippetRevision, type NameSnippetRevisionInput } from './versions/name-snippet-revision.action.js';
export { LockSnippet } from './locking/lock-snippet.action.js';
export { UnlockSnippet } from './locking/unlock-snippet.action.js';
export { ScheduleSnippet, type ScheduleSnippetInput } from './scheduling/schedule-snippet.action.js';
export { UnscheduleSnippet, type UnscheduleSnippetInput } from './scheduling/unschedule-snippet.action.js';
