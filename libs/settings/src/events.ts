import { DomainEvent } from '@pipit/kernel';

/** Settings were edited. */
export class SettingsEdited extends DomainEvent {
  static override readonly eventName = 'settings.edited';

  constructor(
    readonly type: string,
    /** Null for settings of the whole installation. */
    readonly siteId: number | null,
  ) {
    super();
  }
}
