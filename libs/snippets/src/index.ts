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
export * from './events.js';
export { SnippetList } from './queries/snippet-list.js';
export { SnippetTypes } from './snippet-types.js';
export { SnippetsModule } from './snippets.module.js';
