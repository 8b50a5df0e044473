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
/** An account is called otherwise, has another address, role, language or time zone. */
export class UserEdited extends UserEvent {
  static override readonly eventName = 'user.edited';
}

/** An account was suspended; its sessions are over. */
export class UserSuspended extends UserEvent {
  static override readonly eventName = 'user.suspended';
}

/** Somebody suspended may sign in again. */
export class UserActivated extends UserEvent {
  static override readonly eventName = 'user.activated';
}

/** An account is gone for good. */
export class UserDeleted extends UserEvent {
  static override readonly eventName = 'user.deleted';
  constructor(
    userId: number,
    /** Who got what belonged to it; null: nobody. */
    readonly successorId: number | null,
  ) {
    super(userId);
  }
}

/** Somebody was invited, or invited again. */
export class UserInvited extends UserEvent {
  static override readonly eventName = 'user.invited';
}

/** Somebody's second factor was switched on or off. */
export class SecondFactorChanged extends UserEvent {
  static override readonly eventName = 'user.secondFactorChanged';
}

/** An API token was made, replaced or taken back. */
export class ApiTokenChanged extends UserEvent {
  static override readonly eventName = 'user.apiTokenChanged';
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

/** Somebody was taken out of a group. */
export class GroupLeft extends DomainEvent {
  static override readonly eventName = 'group.left';
  constructor(
    readonly groupId: number,
    readonly userId: number,
  ) {
    super();
  }
}

/** A permission was taken from a group. */
export class PermissionRevoked extends DomainEvent {
  static override readonly eventName = 'group.revoked';
  constructor(
    readonly groupId: number,
    readonly grant: Grant,
  ) {
    super();
  }
}

/** A group is called otherwise, or asks otherwise of its members. */
export class GroupEdited extends DomainEvent {
  static override readonly eventName = 'group.edited';
  constructor(readonly groupId: number) {
    super();
  }
}

/** A group is gone for good. */
export class GroupDeleted extends DomainEvent {
  static override readonly eventName = 'group.deleted';
  constructor(readonly groupId: number) {
    super();
  }
}
