import { User } from './accounts/user.entity.js';
import { Group, GroupMember, GroupPermission } from './groups/group.entity.js';
import { RefreshToken, Session } from './sessions/session.entity.js';
import { LoginAttempt } from './throttle/login-attempt.entity.js';

/** Every table this lib owns. */
export const USER_ENTITIES = [User, Group, GroupMember, GroupPermission, Session, RefreshToken, LoginAttempt] as const;
