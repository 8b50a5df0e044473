import { HookPoint, type WriteCtx } from '@pipit/kernel';
import type { Collection } from './collection.entity.js';
import type { Document } from './document.entity.js';
import type { Image } from './image.entity.js';

/** A moment in an operation on an image. */
abstract class ImageHook extends HookPoint {
  constructor(
    readonly ctx: WriteCtx,
    /** As it will be stored; before a deletion, as it is. */
    readonly image: Image,
  ) {
    super();
  }
}

/** A moment in an operation on a document. */
abstract class DocumentHook extends HookPoint {
  constructor(
    readonly ctx: WriteCtx,
    /** As it will be stored; before a deletion, as it is. */
    readonly document: Document,
  ) {
    super();
  }
}

/** Before an uploaded or imported image is stored. Its file has been read: size and type are known. */
export class BeforeImageAdd extends ImageHook {}
/** Before changed facts of an image are stored. */
export class BeforeImageEdit extends ImageHook {}
/** Before an image that nothing uses is gone for good. */
export class BeforeImageDelete extends ImageHook {}
/** Before an uploaded or imported document is stored. */
export class BeforeDocumentAdd extends DocumentHook {}
/** Before changed facts of a document are stored. */
export class BeforeDocumentEdit extends DocumentHook {}
/** Before a document that nothing uses is gone for good. */
export class BeforeDocumentDelete extends DocumentHook {}

/** Before a collection is made. */
export class BeforeCollectionAdd extends HookPoint {
  constructor(
    readonly ctx: WriteCtx,
    readonly collection: Collection,
  ) {
    super();
  }
}
