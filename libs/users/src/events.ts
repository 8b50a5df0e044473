import type { Grant } from '@pipit/access';
import { DomainEvent } from '@pipit/kernel';

/** Something happened to an account. */
abstract class UserEvent extends DomainEvent {
  constructor(readonly userId: number) {
    super();
  }
}

/** An account was created. */
export class UserCreated extends UserEvent {
  static override readonly eventName = 'user.created';
}
/** An account has another password; its sessions are over. */
export class PasswordChanged extends UserEvent {
  static override readonly eventName = 'user.passwordChanged';
}
/** Somebody signed in. */
export class SignedIn extends UserEvent {
  static override readonly eventName = 'user.signedIn';
}
/** Somebody signed out. */
export class SignedOut extends UserEvent {
  static override readonly eventName = 'user.signedOut';
}
/** Somebody changed preferences of their own. */
export class PreferencesUpdated extends UserEvent {
  static override readonly eventName = 'user.preferencesUpdated';
}

/** A group was created. */
export class GroupCreated extends DomainEvent {
  static override readonly eventName = 'group.created';
  constructor(readonly groupId: number) {
    super();
  }
}
/** Somebody was put into a group. */
export class GroupJoined extends DomainEvent {
  static override readonly eventName = 'group.joined';
  constructor(
    readonly groupId: number,
    readonly userId: number,
  ) {
    super();
  }
}
/** A group was granted a permission. */
export class PermissionGranted extends DomainEvent {
  static override readonly eventName = 'group.granted';
  constructor(
    readonly groupId: number,
    readonly grant: Grant,
  ) {
    super();
  }
}
