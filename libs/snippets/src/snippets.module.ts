import { Global, Module } from '@nestjs/common';
import { CreateSnippet } from './actions/create-snippet.action.js';
import { DeleteSnippet } from './actions/delete-snippet.action.js';
import { EditSnippet } from './actions/edit-snippet.action.js';
import { SnippetsController } from './http/snippets.controller.js';
import './permissions.js';
import { SnippetList } from './queries/snippet-list.js';
import { SnippetFields } from './snippet-fields.js';
import { SnippetSearchSources } from './snippet-search-sources.js';
import { SnippetTypes } from './snippet-types.js';

const providers = [
  SnippetTypes, SnippetFields, SnippetList, SnippetSearchSources, CreateSnippet, EditSnippet, DeleteSnippet,
]; // prettier-ignore

/** Content without a place in the tree. */
@Global()
@Module({ controllers: [SnippetsController], providers, exports: providers })
export class SnippetsModule {}
