import type { EntityMetadata, EntitySubscriberInterface, QueryRunner } from 'typeorm';
import { EventSubscriber } from 'typeorm';
import { ACTION_MARK } from './unit-of-work.js';

const guarded = new Set<unknown>();

/** From now on the entity is written inside actions only; reading it through a repository stays free. */
export function guardWrites(entity: object): void {
  guarded.add(entity);
}

/**
 * Refuses writes to guarded entities outside an action, where permission, audit and revisions would be skipped:
 * through repositories, entity managers, query builders and relations, the join tables of many-to-many properties
 * included. Two doors stay open, since they are never used by accident: SQL of one's own (`query()`), as migrations
 * need it, and query builders told to leave listeners out (`callListeners(false)`).
 */
@EventSubscriber()
export class GuardedWrites implements EntitySubscriberInterface {
  beforeInsert(event: WriteEvent): void {
    refuseOutsideAction(event, 'insert');
  }

  beforeUpdate(event: WriteEvent): void {
    refuseOutsideAction(event, 'update');
  }

  beforeRemove(event: WriteEvent): void {
    refuseOutsideAction(event, 'remove');
  }

  beforeSoftRemove(event: WriteEvent): void {
    refuseOutsideAction(event, 'remove');
  }

  beforeRecover(event: WriteEvent): void {
    refuseOutsideAction(event, 'recover');
  }
}

interface WriteEvent {
  readonly metadata: EntityMetadata;
  readonly queryRunner: QueryRunner;
}

function refuseOutsideAction({ metadata, queryRunner }: WriteEvent, verb: string): void {
  if (!isGuarded(metadata) || queryRunner.data[ACTION_MARK]) return;
  throw new Error(
    `Refused to ${verb} ${metadata.name} outside an action. ` +
      'Use the actions (CreatePage, EditPage, …): they check permissions, keep revisions and write the audit log.',
  );
}

/** Join tables have no class: they belong to the one whose property they hold. */
function isGuarded({ target, tableType, ownColumns }: EntityMetadata): boolean {
  if (tableType !== 'junction') return guarded.has(target);
  return guarded.has(ownColumns[0]?.referencedColumn?.entityMetadata.target);
}
