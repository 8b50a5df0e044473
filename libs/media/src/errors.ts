import { defineProblem } from '@pipit/kernel';

/** The bytes are not an image we take, or not one that can be decoded. */
export const imageRefused = defineProblem({ code: 'image_refused', status: 422, title: 'This image cannot be used' });
/** The file is not accepted as a document. */
export const documentRefused = defineProblem({
  code: 'document_refused',
  status: 422,
  title: 'This document cannot be used',
});
/** Deleting or moving would break the tree of collections. */
export const collectionNotEmpty = defineProblem({
  code: 'collection_not_empty',
  status: 409,
  title: 'The collection is not empty',
});
