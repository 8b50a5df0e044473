import { DomainEvent } from '@pipit/kernel';
import type { Redirect } from './redirect.entity.js';

/** Something happened to a redirect. */
abstract class RedirectEvent extends DomainEvent {
  readonly redirectId: number;
  readonly oldPath: string;
  /** Null: on every site. */
  readonly siteId: number | null;

  constructor({ id, oldPath, siteId }: Pick<Redirect, 'id' | 'oldPath' | 'siteId'>) {
    super();
    this.redirectId = id;
    this.oldPath = oldPath;
    this.siteId = siteId;
  }
}

/** An address leads elsewhere now. */
export class RedirectCreated extends RedirectEvent {
  static override readonly eventName = 'redirect.created';
}
/** A redirect leads elsewhere, or starts elsewhere, than before. */
export class RedirectEdited extends RedirectEvent {
  static override readonly eventName = 'redirect.edited';
}
/** An address leads nowhere any more. */
export class RedirectDeleted extends RedirectEvent {
  static override readonly eventName = 'redirect.deleted';
}
