import { Global, Module } from '@nestjs/common';
import { CreateSnippet } from './actions/create-snippet.action.js';
import { DeleteSnippet } from './actions/delete-snippet.action.js';
import { EditSnippet } from './actions/edit-snippet.action.js';
import { PublishSnippet } from './actions/publish-snippet.action.js';
import { RevertSnippet } from './actions/revert-snippet.action.js';
import { SnippetAccess } from './actions/snippet-access.js';
import { SnippetWriter } from './actions/snippet-writer.js';
import { UnpublishSnippet } from './actions/unpublish-snippet.action.js';
import './permissions.js';
import { SnippetDetails } from './queries/snippet-details.js';
import { SnippetStaging } from './staging/snippet-staging.js';
import { SnippetDrafts } from './snippet-drafts.js';
import { SnippetRecords } from './snippet-records.js';
import { SnippetSearchSources } from './snippet-search-sources.js';
import { VERSIONS } from './versions/providers.js';
import { SnippetTypes } from './snippet-types.js';

import { LockSnippet } from './locking/lock-snippet.action.js';
import { UnlockSnippet } from './locking/unlock-snippet.action.js';
import { ScheduleSnippet } from './scheduling/schedule-snippet.action.js';
import { SnippetSchedules } from './scheduling/snippet-schedules.js';
import { UnscheduleSnippet } from './scheduling/unschedule-snippet.action.js';

const actions = [
  CreateSnippet,
  EditSnippet,
  DeleteSnippet,
  PublishSnippet,
  UnpublishSnippet,
  RevertSnippet,
  ScheduleSnippet,
  UnscheduleSnippet,
  LockSnippet,
  UnlockSnippet,
];
const providers = [
  ...actions, SnippetTypes, SnippetDrafts, SnippetAccess, SnippetWriter, SnippetDetails,
  SnippetRecords, SnippetSearchSources, ...VERSIONS, SnippetSchedules, SnippetStaging,
]; // prettier-ignore

/** Content without a place in the tree. */
@Global()
@Module({ providers, exports: providers })
export class SnippetsModule {}
