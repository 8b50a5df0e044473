import { CreateApiToken, DeleteApiToken, RotateApiToken } from './api-tokens.js';
import { AskForEmail, ConfirmEmail } from './change-own-email.js';
import { ConfirmPassword } from './confirm-password.js';
import { EditProfile } from './edit-profile.js';
import { EndOwnSession } from './end-own-session.js';
import { PassSecondFactor, SecondHalves } from './pass-second-factor.js';
import {
  BeginSecondFactor,
  ConfirmSecondFactor,
  RemoveSecondFactor,
  RenewRecoveryCodes,
} from './set-up-second-factor.js';
import { ChoosePassword, RedeemLink } from './choose-password.js';
import { ChangeGrants } from './change-grants.js';
import { DeleteGroup } from './delete-group.js';
import { DeleteUser } from './delete-user.js';
import { EditGroup } from './edit-group.js';
import { EditUser } from './edit-user.js';
import { EndSessionsOf } from './end-sessions-of.js';
import { InviteUser } from './invite-user.js';
import { RemoveFromGroup } from './remove-from-group.js';
import { RevokePermission } from './revoke-permission.js';
import { SaveUser } from './save-user.js';
import { SetUserActive } from './set-user-active.js';
import { AddToGroup } from './add-to-group.js';
import { ChangePassword } from './change-password.js';
import { CreateDefaultGroups } from './create-default-groups.js';
import { CreateGroup } from './create-group.js';
import { CreateUser } from './create-user.js';
import { EndSession } from './end-session.js';
import { ForgotPassword } from './forgot-password.js';
import { GrantPermission } from './grant-permission.js';
import { LogIn } from './log-in.js';
import { LogOut } from './log-out.js';
import { RefreshSession } from './refresh-session.js';
import { RotateRefreshToken } from './rotate-refresh-token.js';
import { RenewPasswordHash } from './renew-password-hash.js';
import { SetPassword } from './set-password.js';
import { StartSession } from './start-session.js';
import { UpdatePreferences } from './update-preferences.js';

/** Everything this lib can do, as providers. */
export const ACTIONS = [
  CreateApiToken,
  DeleteApiToken,
  RotateApiToken,
  AskForEmail,
  ConfirmEmail,
  ConfirmPassword,
  EditProfile,
  EndOwnSession,
  PassSecondFactor,
  SecondHalves,
  BeginSecondFactor,
  ConfirmSecondFactor,
  RemoveSecondFactor,
  RenewRecoveryCodes,
  ChangeGrants,
  ChoosePassword,
  RedeemLink,
  DeleteGroup,
  DeleteUser,
  EditGroup,
  EditUser,
  EndSessionsOf,
  InviteUser,
  RemoveFromGroup,
  RevokePermission,
  SaveUser,
  SetUserActive,
  AddToGroup,
  ChangePassword,
  CreateDefaultGroups,
  CreateGroup,
  CreateUser,
  EndSession,
  ForgotPassword,
  GrantPermission,
  LogIn,
  LogOut,
  RefreshSession,
  RotateRefreshToken,
  RenewPasswordHash,
  SetPassword,
  StartSession,
  UpdatePreferences,
] as const;
