import type { UserMatch, UserState } from '../../api';

/** What the address of the list of users says. */
export interface UserSearch {
  q?: string;
  state?: UserState;
  group?: number;
  role?: 'administrators';
  order?: NonNullable<UserMatch['order']>;
}
const states: readonly unknown[] = ['active', 'invited', 'suspended'];
const orders: readonly unknown[] = ['name', '-name', 'lastLoginAt', '-lastLoginAt', 'createdAt', '-createdAt'];

/** Reads the search part of an address; what makes no sense is left out. */
export function readUserSearch({ q, state, group, role, order }: Record<string, unknown>): UserSearch {
  return {
    ...(typeof q === 'string' && q ? { q } : {}),
    ...(states.includes(state) ? { state: state as UserState } : {}),
    ...(Number.isInteger(Number(group)) && Number(group) > 0 ? { group: Number(group) } : {}),
    ...(role === 'administrators' ? { role } : {}),
    ...(orders.includes(order) ? { order: order as NonNullable<UserSearch['order']> } : {}),
  };
}

/** The request for it. */
export function userMatch({ q, state, group, role, order }: UserSearch): UserMatch {
  return {
    ...(q ? { q } : {}),
    ...(state ? { state } : {}),
    ...(group ? { group } : {}),
    ...(role ? { administrator: 'true' as const } : {}),
    ...(order ? { order } : {}),
  };
}
