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

/** An image is gone, with its renditions. */
export class ImageDeleted extends MediaEvent {
  static override readonly eventName = 'image.deleted';
}

/** A document was uploaded or imported. */
export class DocumentAdded extends MediaEvent {
  static override readonly eventName = 'document.added';
}

/** Facts of a document changed. */
export class DocumentEdited extends MediaEvent {
  static override readonly eventName = 'document.edited';
}

/** A document is gone. */
export class DocumentDeleted extends MediaEvent {
  static override readonly eventName = 'document.deleted';
}

/** A collection was made. */
export class CollectionAdded extends MediaEvent {
  static override readonly eventName = 'collection.added';
}
