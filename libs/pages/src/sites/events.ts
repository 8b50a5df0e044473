import { DomainEvent } from '@pipit/kernel';

/** Something happened to a site. */
abstract class SiteEvent extends DomainEvent {
  constructor(readonly siteId: number) {
    super();
  }
}

/** There is another site. */
export class SiteAdded extends SiteEvent {
  static override readonly eventName = 'site.added';
}
/** A site has another address, name or home page. */
export class SiteEdited extends SiteEvent {
  static override readonly eventName = 'site.edited';
}
/** A site is gone; its pages are still there. */
export class SiteDeleted extends SiteEvent {
  static override readonly eventName = 'site.deleted';
}
