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
/** Before a password is replaced, by its owner or by somebody else. */
export class BeforePasswordChange extends UserHook {}
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
