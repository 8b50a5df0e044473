import { DomainEvent } from '@pipit/kernel';

/** Old versions were removed. */
export class RevisionsPurged extends DomainEvent {
  static override readonly eventName = 'revision.purged';
  constructor(readonly count: number) {
    super();
  }
}
