/** Content without a place in the tree. */
export { SnippetContent } from './snippet-content.js';
export { SnippetLinkField, SnippetsField, snippetLink, snippetLinkKind, snippetsKind, type SnippetLinkOptions } from './snippet-link.js';
export { SnippetType, type SnippetTypeOptions } from './snippet-type.decorator.js';
