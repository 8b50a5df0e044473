export { DocumentChooser } from './document-chooser';
export { ImageChooser } from './image-chooser';
export { PageChooser } from './page-chooser';
export { SnippetChooser } from './snippet-chooser';
export { useDocument, useImage, usePage, useSnippet, type Found } from './lookup';
export { useCollections } from './collection-filter';
