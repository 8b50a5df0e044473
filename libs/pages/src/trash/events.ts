import { PageEvent } from '../events.js';

/** A page and all that was below it are gone for good. */
export class PagePurged extends PageEvent {
  static override readonly eventName = 'page.purged';
}
