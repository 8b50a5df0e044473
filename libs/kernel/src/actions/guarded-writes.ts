import type { EntitySubscriberInterface, InsertEvent, RemoveEvent, UpdateEvent } from 'typeorm';
import { EventSubscriber } from 'typeorm';
import { ACTION_MARK } from './unit-of-work.js';

const guarded = new Set<unknown>();

/** From now on the entity is written inside actions only; reading it through a repository stays free. */
export function guardWrites(entity: object): void {
  guarded.add(entity);
}

/** Refuses writes to guarded entities outside an action, where permission, audit and revisions would be skipped. */
@EventSubscriber()
export class GuardedWrites implements EntitySubscriberInterface {
  beforeInsert(event: InsertEvent<unknown>): void {
    refuseOutsideAction(event, 'insert');
  }

  beforeUpdate(event: UpdateEvent<unknown>): void {
    refuseOutsideAction(event, 'update');
  }

  beforeRemove(event: RemoveEvent<unknown>): void {
    refuseOutsideAction(event, 'remove');
  }
}

type WriteEvent = Pick<InsertEvent<unknown>, 'metadata' | 'queryRunner'>;

function refuseOutsideAction({ metadata, queryRunner }: WriteEvent, verb: string): void {
  if (!guarded.has(metadata.target) || queryRunner.data[ACTION_MARK]) return;
  throw new Error(
    `Refused to ${verb} ${metadata.name} outside an action. ` +
      'Use the actions (CreatePage, EditPage, …): they check permissions, keep revisions and write the audit log.',
  );
}
