/**
 * Something that happened and was committed. Subclasses are named in the past tense and carry plain JSON only,
 * since an event waits in the outbox between transaction and listener.
 */
export abstract class DomainEvent {
  /** Stable name in the outbox, e.g. `page.published`; survives renames of the class. */
  static readonly eventName: string;
}

/** A concrete event class. */
export interface DomainEventType<E extends DomainEvent = DomainEvent> {
  // A constructor type has to accept whatever its class asks for.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  new (...args: any[]): E;
  readonly eventName: string;
}
