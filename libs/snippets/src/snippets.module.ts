import { Global, Module } from '@nestjs/common';
import { CreateSnippet } from './actions/create-snippet.action.js';
import { DeleteSnippet } from './actions/delete-snippet.action.js';
import { EditSnippet } from './actions/edit-snippet.action.js';
import './permissions.js';
import { SnippetList } from './queries/snippet-list.js';
import { SnippetFields } from './snippet-fields.js';
import { SnippetRecords } from './snippet-records.js';
import { SnippetSearchSources } from './snippet-search-sources.js';
import { SnippetTypes } from './snippet-types.js';

const providers = [
  SnippetTypes, SnippetFields, SnippetList, SnippetRecords, SnippetSearchSources, CreateSnippet, EditSnippet, DeleteSnippet,
]; // prettier-ignore

/** Content without a place in the tree. */
@Global()
@Module({ providers, exports: providers })
export class SnippetsModule {}
