export { DocumentChooser } from './document-chooser';
export { ImageChooser } from './image-chooser';
export { PageChooser } from './page-chooser';
export { RecordChooser } from './record-chooser';
export { RecordDialog, useCanWrite } from './record-dialog';
export { useDocument, useImage, usePage, useRecord, type Found } from './lookup';
export { useCollections } from './collection-filter';
