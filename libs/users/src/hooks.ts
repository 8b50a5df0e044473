import type { Grant } from '@pipit/access';
import { HookPoint, type WriteCtx } from '@pipit/kernel';
import type { Preferences, User } from './accounts/user.entity.js';
import type { Group } from './groups/group.entity.js';

/** A moment in an operation on an account. Passwords are never part of it. */
abstract class UserHook extends HookPoint {
  constructor(
    readonly ctx: WriteCtx,
    readonly user: User,
  ) {
    super();
  }
}

/** A moment in an operation on a group. */
abstract class GroupHook extends HookPoint {
  constructor(
    readonly ctx: WriteCtx,
    readonly group: Group,
  ) {
    super();
  }
}

/** Before an account is created; it has no id yet. */
export class BeforeUserCreate extends UserHook {}
/** Before an account is changed. */
export class BeforeUserEdit extends UserHook {
  constructor(
    ctx: WriteCtx,
    user: User,
    /** What is to be different. */
    readonly changes: Readonly<Partial<User>>,
  ) {
    super(ctx, user);
  }
}

/** Before an account is suspended. */
export class BeforeUserSuspend extends UserHook {}

/** Before somebody suspended may sign in again. */
export class BeforeUserActivate extends UserHook {}

/** Before an account is deleted, and what belongs to it handed over. */
export class BeforeUserDelete extends UserHook {
  constructor(
    ctx: WriteCtx,
    user: User,
    readonly successor: User | null,
  ) {
    super(ctx, user);
  }
}

/** Before somebody is invited. */
export class BeforeUserInvite extends UserHook {}

/** Before a password is replaced, by its owner or by somebody else. */
export class BeforePasswordChange extends UserHook {}
/** Before somebody's second factor is switched on or off. */
export class BeforeSecondFactorChange extends UserHook {}

/** Before an API token is made, replaced by a new one, or taken back. */
export class BeforeApiTokenChange extends UserHook {}

/** Before somebody whose credentials are right gets a session. */
export class BeforeSignIn extends UserHook {}

/** Before somebody's own preferences are stored. */
export class BeforePreferencesUpdate extends UserHook {
  constructor(
    ctx: WriteCtx,
    user: User,
    readonly preferences: Readonly<Preferences>,
  ) {
    super(ctx, user);
  }
}

/** Before a group is created; it has no id yet. */
export class BeforeGroupCreate extends GroupHook {}

/** Before somebody is put into a group. */
export class BeforeGroupJoin extends GroupHook {
  constructor(
    ctx: WriteCtx,
    group: Group,
    readonly user: User,
  ) {
    super(ctx, group);
  }
}

/** Before a group is granted a permission. */
export class BeforeGrant extends GroupHook {
  constructor(
    ctx: WriteCtx,
    group: Group,
    readonly grant: Grant,
  ) {
    super(ctx, group);
  }
}

/** Before somebody is taken out of a group. */
export class BeforeGroupLeave extends GroupHook {
  constructor(
    ctx: WriteCtx,
    group: Group,
    readonly user: User,
  ) {
    super(ctx, group);
  }
}

/** Before a permission is taken from a group. */
export class BeforeRevoke extends GroupHook {
  constructor(
    ctx: WriteCtx,
    group: Group,
    readonly grant: Grant,
  ) {
    super(ctx, group);
  }
}

/** Before a group is changed. */
export class BeforeGroupEdit extends GroupHook {}

/** Before a group is deleted. */
export class BeforeGroupDelete extends GroupHook {}
