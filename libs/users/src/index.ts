/** Accounts, groups, sign-in and sessions. Implements the access lib's ports. */
export { emailKey } from './accounts/email.js';
export { User, type Preferences } from './accounts/user.entity.js';
export { AddToGroup, type AddToGroupInput } from './actions/add-to-group.js';
export { ChangePassword, type ChangePasswordInput } from './actions/change-password.js';
export { CreateDefaultGroups, type DefaultGrants, type DefaultGroup } from './actions/create-default-groups.js';
export { CreateGroup } from './actions/create-group.js';
export { CreateUser, type CreateUserInput } from './actions/create-user.js';
export { GrantPermission, type GrantPermissionInput } from './actions/grant-permission.js';
export { ChangeGrants, type ChangeGrantsInput } from './actions/change-grants.js';
export { DeleteGroup } from './actions/delete-group.js';
export { DeleteUser, type DeleteUserInput } from './actions/delete-user.js';
export { EditGroup, type GroupChanges } from './actions/edit-group.js';
export { EditUser, type UserChanges } from './actions/edit-user.js';
export { EndSessionsOf } from './actions/end-sessions-of.js';
export { InviteUser, type Invitation, type InviteBy } from './actions/invite-user.js';
export { RemoveFromGroup } from './actions/remove-from-group.js';
export { RevokePermission } from './actions/revoke-permission.js';
export { SetPassword, type SetPasswordInput } from './actions/set-password.js';
export { ConfirmSecondFactor, RemoveSecondFactor } from './actions/set-up-second-factor.js';
export { CreateApiToken, DeleteApiToken, RotateApiToken } from './actions/api-tokens.js';
export { SetUserActive } from './actions/set-user-active.js';
export { UpdatePreferences } from './actions/update-preferences.js';
export {
  UserCommands,
  type CreateAdminOptions,
  type UserCommandResult,
  type UserPasswordOptions,
} from './cli/user-commands.js';
export * from './events.js';
export * from './hooks.js';
export { invalidCredentials, lastAdministrator, linkExpired, notLetIn, sessionEnded } from './errors.js';
export { Group, GroupMember, GroupPermission } from './groups/group.entity.js';
export { columnsOf } from './groups/grants.js';
export { PasswordHashes } from './passwords/password-hashes.js';
export { findUserByEmail, getUser } from './queries/accounts.js';
export { findGroupByName, getGroup } from './queries/groups.js';
export { SessionActors } from './queries/session-actors.js';
export { SetUp, type FirstAdministrator, type SetUpWish } from './set-up/set-up.js';
export { ReaderAccess, type LockedNode } from './readers/reader-access.js';
export type { ReaderToken } from './readers/reader-tokens.js';
export { PurposeTokens, type PurposeClaims } from './sessions/purpose-tokens.js';
export { SealedTexts } from './sessions/sealed-texts.js';
export { RefreshToken, Session } from './sessions/session.entity.js';
export { ApiToken } from './api-tokens/api-token.entity.js';
export { OneTimeToken, type Purpose } from './one-time/one-time-token.entity.js';
export { RecoveryCode } from './second-factor/recovery-code.entity.js';
export { LoginAttempt } from './throttle/login-attempt.entity.js';
export { UsersModule } from './users.module.js';
export type { UsersOptions } from './users.options.js';
