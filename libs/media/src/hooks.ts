import type { RestrictionKind } from '@pipit/access';
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
/** Before an image goes to the trash. */
export class BeforeImageDelete extends ImageHook {}
/** Before an image comes back from the trash. */
export class BeforeImageRestore extends ImageHook {}
/** Before an image in the trash goes for good. */
export class BeforeImagePurge extends ImageHook {}
/** Before an image gets another file, or one that it had before; the file has been checked. */
export class BeforeImageReplace extends ImageHook {}
/** Before an uploaded or imported document is stored. */
export class BeforeDocumentAdd extends DocumentHook {}
/** Before changed facts of a document are stored. */
export class BeforeDocumentEdit extends DocumentHook {}
/** Before a document goes to the trash. */
export class BeforeDocumentDelete extends DocumentHook {}
/** Before a document comes back from the trash. */
export class BeforeDocumentRestore extends DocumentHook {}
/** Before a document in the trash goes for good. */
export class BeforeDocumentPurge extends DocumentHook {}
/** Before a document gets another file, or one that it had before; the file has been checked. */
export class BeforeDocumentReplace extends DocumentHook {}

/** A moment in an operation on a collection. */
abstract class CollectionHook extends HookPoint {
  constructor(
    readonly ctx: WriteCtx,
    /** As it will be stored; before a deletion, as it is. */
    readonly collection: Collection,
  ) {
    super();
  }
}

/** Before a collection is made. */
export class BeforeCollectionAdd extends CollectionHook {}
/** Before a collection is renamed or moved. */
export class BeforeCollectionEdit extends CollectionHook {}
/** Before a collection that holds nothing is gone. */
export class BeforeCollectionDelete extends CollectionHook {}
/** Before others than now may read what is in a collection. */
export class BeforeCollectionPrivacyChange extends CollectionHook {
  constructor(
    ctx: WriteCtx,
    collection: Collection,
    /** null: everybody. */
    readonly kind: RestrictionKind | null,
  ) {
    super(ctx, collection);
  }
}
