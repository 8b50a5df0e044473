import { DomainEvent } from '@pipit/kernel';

/** What images, documents and collections have in common for a listener. */
abstract class MediaEvent extends DomainEvent {
  constructor(readonly id: number) {
    super();
  }
}

/** An image was uploaded or imported. */
export class ImageAdded extends MediaEvent {
  static override readonly eventName = 'image.added';
}

/** Facts of an image changed; `focalPointMoved` means that crops look different now. */
export class ImageEdited extends MediaEvent {
  static override readonly eventName = 'image.edited';
  constructor(
    id: number,
    readonly focalPointMoved: boolean,
  ) {
    super(id);
  }
}

/** An image went to the trash: readers do not get it any more. */
export class ImageDeleted extends MediaEvent {
  static override readonly eventName = 'image.deleted';
}

/** An image came back from the trash. */
export class ImageRestored extends MediaEvent {
  static override readonly eventName = 'image.restored';
}

/** An image is gone for good, with its files of all times. */
export class ImagePurged extends MediaEvent {
  static override readonly eventName = 'image.purged';
}

/** An image has another file. */
export class ImageReplaced extends MediaEvent {
  static override readonly eventName = 'image.replaced';
}

/** A document was uploaded or imported. */
export class DocumentAdded extends MediaEvent {
  static override readonly eventName = 'document.added';
}

/** Facts of a document changed. */
export class DocumentEdited extends MediaEvent {
  static override readonly eventName = 'document.edited';
}

/** A document went to the trash: readers do not get it any more. */
export class DocumentDeleted extends MediaEvent {
  static override readonly eventName = 'document.deleted';
}

/** A document came back from the trash. */
export class DocumentRestored extends MediaEvent {
  static override readonly eventName = 'document.restored';
}

/** A document is gone for good, with its files of all times. */
export class DocumentPurged extends MediaEvent {
  static override readonly eventName = 'document.purged';
}

/** A document has another file. */
export class DocumentReplaced extends MediaEvent {
  static override readonly eventName = 'document.replaced';
}

/** A collection was made. */
export class CollectionAdded extends MediaEvent {
  static override readonly eventName = 'collection.added';
}

/** A collection was renamed or moved. */
export class CollectionEdited extends MediaEvent {
  static override readonly eventName = 'collection.edited';
}

/** A collection is gone. */
export class CollectionDeleted extends MediaEvent {
  static override readonly eventName = 'collection.deleted';
}

/** Others than before may read what is in a collection. */
export class CollectionPrivacyChanged extends MediaEvent {
  static override readonly eventName = 'collection.privacy_changed';
}
