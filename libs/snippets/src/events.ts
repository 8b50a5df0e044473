import { DomainEvent } from '@pipit/kernel';

/** Something happened to a snippet. */
abstract class SnippetEvent extends DomainEvent {
  constructor(
    readonly type: string,
    readonly snippetId: number,
    readonly title: string,
  ) {
    super();
  }
}

/** A snippet was created. */
export class SnippetCreated extends SnippetEvent {
  static override readonly eventName = 'snippet.created';
}
/** A snippet was changed. */
export class SnippetEdited extends SnippetEvent {
  static override readonly eventName = 'snippet.edited';
}
/** A version of a snippet got a name, or lost it. */
export class SnippetRevisionNamed extends SnippetEvent {
  static override readonly eventName = 'snippet.revisionNamed';
}
/** A snippet was deleted. */
export class SnippetDeleted extends SnippetEvent {
  static override readonly eventName = 'snippet.deleted';
}
/** A snippet went live, or what readers see of it changed; for types without drafts that is each time it is saved. */
export class SnippetPublished extends SnippetEvent {
  static override readonly eventName = 'snippet.published';
}
/** A snippet is to go live or offline at a time. */
export class SnippetScheduled extends SnippetEvent {
  static override readonly eventName = 'snippet.scheduled';
}
/** A snippet's times were called off. */
export class SnippetUnscheduled extends SnippetEvent {
  static override readonly eventName = 'snippet.unscheduled';
}
/** A snippet was locked: only whoever did it may change it. */
export class SnippetLocked extends SnippetEvent {
  static override readonly eventName = 'snippet.locked';
}
/** A snippet's lock was taken off. */
export class SnippetUnlocked extends SnippetEvent {
  static override readonly eventName = 'snippet.unlocked';
}
/** A snippet was hidden from readers. */
export class SnippetUnpublished extends SnippetEvent {
  static override readonly eventName = 'snippet.unpublished';
}
