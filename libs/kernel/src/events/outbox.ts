import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DiscoveredMethods } from '../discovery.js';
import type { NewRows } from '../database/insert-rows.js';
import { newUuid } from '../ids.js';
import { JobHandler } from '../jobs/job-handler.decorator.js';
import type { NewJob } from '../jobs/job-queue.js';
import type { DomainEvent, DomainEventType } from './domain-event.js';
import { ON_EVENT, type Delivery } from './on-event.decorator.js';
import { OutboxEvent } from './outbox-event.entity.js';

const DELIVER = 'pipit:deliver-event';

/** Days a delivered event stays readable before the nightly sweep. */
const KEEP_DAYS = 14;

interface DeliverPayload {
  readonly eventId: string;
  readonly listener: string;
}

/** Carries events from the transaction that caused them to their listeners: at least once, each listener by itself. */
@Injectable()
export class Outbox {
  constructor(
    private readonly dataSource: DataSource,
    private readonly methods: DiscoveredMethods,
  ) {}

  /** The rows of the events and one delivery job per listener, to be written in the transaction that caused them. */
  toldOf(events: readonly DomainEvent[]): { readonly rows: NewRows; readonly jobs: readonly NewJob[] } {
    const jobs: NewJob[] = [];
    const rows = events.map((event) => {
      const type = event.constructor as DomainEventType;
      const id = newUuid();
      for (const listener of this.listenersOf(type)) {
        const payload: DeliverPayload = { eventId: id, listener: listener.name };
        jobs.push({ task: DELIVER, payload });
      }
      return { id, name: type.eventName, payload: { ...event } };
    });
    return { rows: { entity: OutboxEvent, rows }, jobs };
  }

  /** Hands one stored event to one listener; a throw makes the job library try again later. */
  @JobHandler(DELIVER)
  async deliver({ eventId, listener: name }: DeliverPayload): Promise<void> {
    const stored = await this.dataSource.manager.findOneBy(OutboxEvent, { id: eventId });
    const listener = this.methods.withMetadata<DomainEventType>(ON_EVENT).find((method) => method.name === name);
    if (!stored || !listener) return;
    const event = Object.assign(Object.create(listener.metadata.prototype as object) as DomainEvent, stored.payload);
    const delivery: Delivery = { eventId, occurredAt: stored.createdAt };
    await listener.call(event, delivery);
  }

  /** Forgets events nobody can still be waiting for. */
  @JobHandler('pipit:sweep-outbox', { cron: '17 3 * * *' })
  async sweep(): Promise<void> {
    await this.dataSource.manager.query(
      `DELETE FROM outbox_event WHERE created_at < now() - make_interval(days => $1)`,
      [KEEP_DAYS],
    );
  }

  private listenersOf(type: DomainEventType) {
    return this.methods.withMetadata<DomainEventType>(ON_EVENT).filter(({ metadata }) => metadata === type);
  }
}
