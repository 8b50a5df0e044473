import { DomainEvent } from '@pipit/kernel';
import type { Page } from './page.entity.js';

/** What every event of a page carries. */
export interface PageEventData {
  readonly pageId: number;
  readonly uuid: string;
  readonly type: string;
  readonly title: string;
  readonly urlPath: string;
}

/** Something happened to a page. */
abstract class PageEvent extends DomainEvent implements PageEventData {
  readonly pageId: number;
  readonly uuid: string;
  readonly type: string;
  readonly title: string;
  readonly urlPath: string;

  constructor(page: Pick<Page, 'id' | 'uuid' | 'type' | 'draftTitle' | 'urlPath'>) {
    super();
    this.pageId = page.id;
    this.uuid = page.uuid;
    this.type = page.type;
    this.title = page.draftTitle;
    this.urlPath = page.urlPath;
  }
}

/** A page was created; it may be live already, then {@link PagePublished} follows. */
export class PageCreated extends PageEvent {
  static override readonly eventName = 'page.created';
}
/** A draft was saved. */
export class PageEdited extends PageEvent {
  static override readonly eventName = 'page.edited';
}
/** A version of a page got a name, or lost it. */
export class PageRevisionNamed extends PageEvent {
  static override readonly eventName = 'page.revisionNamed';
}
/** A page went live, or its live content changed. */
export class PagePublished extends PageEvent {
  static override readonly eventName = 'page.published';
}
/** A page was taken offline. */
export class PageUnpublished extends PageEvent {
  static override readonly eventName = 'page.unpublished';
}
/** A page and all below it stand elsewhere now. */
export class PageMoved extends PageEvent {
  static override readonly eventName = 'page.moved';
}
/** A page and all below it are in the trash. */
export class PageDeleted extends PageEvent {
  static override readonly eventName = 'page.deleted';
}
/** A page and all below it came back from the trash. */
export class PageRestored extends PageEvent {
  static override readonly eventName = 'page.restored';
}
/** A page, or it and all below it, was copied. Live copies are told of by {@link PagePublished} besides. */
export class PageCopied extends PageEvent {
  static override readonly eventName = 'page.copied';
  /** Id of the original. */
  readonly from: number;
  /** How many pages were made. */
  readonly pages: number;
  /** They mirror their originals. */
  readonly alias: boolean;

  constructor(
    page: Pick<Page, 'id' | 'uuid' | 'type' | 'draftTitle' | 'urlPath'>,
    { from, pages, alias }: Pick<PageCopied, 'from' | 'pages' | 'alias'>,
  ) {
    super(page);
    this.from = from;
    this.pages = pages;
    this.alias = alias;
  }
}
/** A mirror became a page of its own. */
export class PageAliasConverted extends PageEvent {
  static override readonly eventName = 'page.alias-converted';
}
/** The children of a page stand in another order. */
export class PageChildrenReordered extends PageEvent {
  static override readonly eventName = 'page.children-reordered';
}
/** A page was locked: only whoever did it may change it. */
export class PageLocked extends PageEvent {
  static override readonly eventName = 'page.locked';
}
/** A page's lock was taken off. */
export class PageUnlocked extends PageEvent {
  static override readonly eventName = 'page.unlocked';
}
/** Fewer people may read a page and all below it. */
export class PageRestricted extends PageEvent {
  static override readonly eventName = 'page.restricted';
}
/** A page's own restriction was taken off. */
export class PageOpened extends PageEvent {
  static override readonly eventName = 'page.opened';
}
/** A page is to go live or offline at a time. */
export class PageScheduled extends PageEvent {
  static override readonly eventName = 'page.scheduled';
}
/** A page's times were called off. */
export class PageUnscheduled extends PageEvent {
  static override readonly eventName = 'page.unscheduled';
}
