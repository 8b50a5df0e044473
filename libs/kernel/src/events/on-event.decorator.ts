import { SetMetadata } from '@nestjs/common';
import type { DomainEvent, DomainEventType } from './domain-event.js';

export const ON_EVENT = 'pipit:on-event';

/** What a listener learns besides the event itself. */
export interface Delivery {
  /** The same for every attempt: remember it to make a listener idempotent. */
  readonly eventId: string;
  readonly occurredAt: Date;
}

type Listener<E> = (event: E, delivery: Delivery) => Promise<void> | void;

/**
 * Calls the method after the transaction that emitted the event has committed: at least once, with retries.
 * It cannot fail the operation.
 */
export function OnEvent<E extends DomainEvent>(type: DomainEventType<E>) {
  return <M extends Listener<E>>(target: object, key: string, descriptor: TypedPropertyDescriptor<M>): void => {
    SetMetadata(ON_EVENT, type)(target, key, descriptor as PropertyDescriptor);
  };
}
