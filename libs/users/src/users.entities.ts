import { User } from './accounts/user.entity.js';
import { ApiToken } from './api-tokens/api-token.entity.js';
import { Group, GroupMember, GroupPermission } from './groups/group.entity.js';
import { OneTimeToken } from './one-time/one-time-token.entity.js';
import { RecoveryCode } from './second-factor/recovery-code.entity.js';
import { RefreshToken, Session } from './sessions/session.entity.js';
import { LoginAttempt } from './throttle/login-attempt.entity.js';

/** Every table this lib owns. */
export const USER_ENTITIES = [
  User,
  Group,
  GroupMember,
  GroupPermission,
  Session,
  RefreshToken,
  LoginAttempt,
  OneTimeToken,
  RecoveryCode,
  ApiToken,
] as const;
