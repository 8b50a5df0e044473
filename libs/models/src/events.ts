import { DomainEvent } from '@pipit/kernel';

/** Something happened to a row of a managed entity. */
abstract class ModelRowEvent extends DomainEvent {
  constructor(
    /** Name of the entity's type. */
    readonly type: string,
    readonly rowId: number | string,
    readonly title: string,
  ) {
    super();
  }
}

/** A row was created. */
export class ModelRowCreated extends ModelRowEvent {
  static override readonly eventName = 'model.created';
}
/** A row was changed. */
export class ModelRowEdited extends ModelRowEvent {
  static override readonly eventName = 'model.edited';
}
/** A row was deleted. */
export class ModelRowDeleted extends ModelRowEvent {
  static override readonly eventName = 'model.deleted';
}
