import { DomainEvent } from '@pipit/kernel';

/** Something happened to a language of content. */
abstract class LocaleEvent extends DomainEvent {
  constructor(
    readonly localeId: number,
    readonly code: string,
  ) {
    super();
  }
}

/** There is another language. */
export class LocaleAdded extends LocaleEvent {
  static override readonly eventName = 'locale.added';
}
/** A language has another name, code or fallback, or is the default now. */
export class LocaleEdited extends LocaleEvent {
  static override readonly eventName = 'locale.edited';
}
/** A language is gone. */
export class LocaleDeleted extends LocaleEvent {
  static override readonly eventName = 'locale.deleted';
}
