import { AddToGroup } from './add-to-group.js';
import { ChangePassword } from './change-password.js';
import { CreateDefaultGroups } from './create-default-groups.js';
import { CreateGroup } from './create-group.js';
import { CreateUser } from './create-user.js';
import { EndSession } from './end-session.js';
import { GrantPermission } from './grant-permission.js';
import { LogIn } from './log-in.js';
import { LogOut } from './log-out.js';
import { RefreshSession } from './refresh-session.js';
import { RotateRefreshToken } from './rotate-refresh-token.js';
import { SetPassword } from './set-password.js';
import { StartSession } from './start-session.js';
import { UpdatePreferences } from './update-preferences.js';

/** Everything this lib can do, as providers. */
export const ACTIONS = [
  AddToGroup,
  ChangePassword,
  CreateDefaultGroups,
  CreateGroup,
  CreateUser,
  EndSession,
  GrantPermission,
  LogIn,
  LogOut,
  RefreshSession,
  RotateRefreshToken,
  SetPassword,
  StartSession,
  UpdatePreferences,
] as const;
