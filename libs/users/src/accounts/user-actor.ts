import type { AuditSubject, UserActor } from '@pipit/kernel';
import type { User } from './user.entity.js';

/** An account as the one who acts; for what it does to itself, where no group matters. */
export function userActor(user: User): UserActor {
  const { id, name, email, isAdministrator } = user;
  return { kind: 'user', userId: id, name, email, isAdministrator, groupIds: [] };
}

/** An account as the audit log calls it. */
export function userSubject({ id, name, email }: Pick<User, 'id' | 'name' | 'email'>): AuditSubject {
  return { type: 'user', id, label: name || email };
}
