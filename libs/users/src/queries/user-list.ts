import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { notFound, type Ctx, type Paged } from '@pipit/kernel';
import { ownedBy, type Belonging } from '../accounts/belongings.js';
import { Mastery } from '../accounts/mastery.js';
import { isAllPowerful, isOneself } from '../policy.js';

/** What an account is like. `invited`: nobody has chosen a password for it yet. */
export const USER_STATES = ['active', 'invited', 'suspended'] as const;
export type UserState = (typeof USER_STATES)[number];

/** Orders of the list; `-` in front turns one round. */
export const USER_ORDERS = [
  'name', '-name', 'email', '-email', 'lastLoginAt', '-lastLoginAt', 'createdAt', '-createdAt',
] as const; // prettier-ignore
export type UserOrder = (typeof USER_ORDERS)[number];

/** Which accounts. */
export interface UserMatch {
  /** Words of the name or of the address. */
  readonly q?: string;
  readonly state?: UserState;
  readonly group?: number;
  readonly administrator?: boolean;
  readonly secondFactor?: boolean;
  readonly ids?: readonly number[];
}

/** An account in a list. */
export interface UserRow {
  readonly id: number;
  readonly uuid: string;
  readonly name: string;
  readonly email: string;
  readonly state: UserState;
  readonly isAdministrator: boolean;
  readonly hasSecondFactor: boolean;
  /** Of the mail they get. */
  readonly language: string;
  readonly groups: readonly { readonly id: number; readonly name: string }[];
  readonly lastLoginAt: Date | null;
  readonly createdAt: Date;
}

/** An account with what is to be known about it by whoever manages accounts. */
export interface UserDetail extends UserRow {
  readonly timeZone: string | null;
  readonly emailVerifiedAt: Date | null;
  readonly sessions: number;
  readonly belongings: readonly Belonging[];
  readonly can: { readonly edit: boolean; readonly role: boolean; readonly remove: boolean };
}

/** Hashes and secrets are no operands of any filter: only what is named here is asked about. */
const STATE = `CASE WHEN NOT u.is_active THEN 'suspended' WHEN u.password_hash IS NULL THEN 'invited' ELSE 'active' END`;
const ROW = `u.id, u.uuid, u.name, u.email, u.language, ${STATE} AS state, u.is_administrator AS "isAdministrator",
  u.second_factor_at IS NOT NULL AS "hasSecondFactor", u.last_login_at AS "lastLoginAt", u.created_at AS "createdAt",
  COALESCE((SELECT json_agg(json_build_object('id', g.id, 'name', g.name) ORDER BY g.name)
              FROM user_group_member m JOIN user_group g ON g.id = m.group_id WHERE m.user_id = u.id), '[]') AS groups`;
const ORDER_SQL: Readonly<Record<string, string>> = {
  name: 'lower(u.name)',
  email: 'lower(u.email)',
  lastLoginAt: 'u.last_login_at',
  createdAt: 'u.created_at',
};

/** Reads accounts for those who manage them. */
@Injectable()
export class UserList {
  constructor(
    private readonly policy: Policy,
    private readonly mastery: Mastery,
  ) {}

  /** The accounts that match, and how many there are. */
  async list(
    ctx: Ctx,
    { order = 'name', limit, offset, ...match }: UserMatch & { order?: UserOrder; limit: number; offset: number },
  ): Promise<Paged<UserRow>> {
    const params: unknown[] = [];
    const where = conditions(match, params);
    const direction = order.startsWith('-') ? 'DESC NULLS LAST' : 'ASC NULLS FIRST';
    const rows: UserRow[] = await ctx.manager.query(
      `SELECT ${ROW} FROM user_account u WHERE ${where}
        ORDER BY ${ORDER_SQL[order.replace('-', '')]} ${direction}, u.id LIMIT $${params.length + 1} OFFSET $${params.length + 2}`,
      [...params, limit, offset],
    );
    const [{ total } = { total: 0 }]: { total: number }[] = await ctx.manager.query(
      `SELECT count(*)::int AS total FROM user_account u WHERE ${where}`,
      params,
    );
    return { total, items: rows };
  }

  /** How many accounts there are of each state. */
  async counts(ctx: Ctx): Promise<Record<UserState, number>> {
    const rows: { state: UserState; count: number }[] = await ctx.manager.query(
      `SELECT ${STATE} AS state, count(*)::int AS count FROM user_account u GROUP BY 1`,
    );
    return {
      active: 0,
      invited: 0,
      suspended: 0,
      ...Object.fromEntries(rows.map(({ state, count }) => [state, count])),
    };
  }

  /** One account; throws `not_found`. */
  async get(ctx: Ctx, id: number): Promise<UserDetail> {
    const [row]: Omit<UserDetail, 'belongings' | 'can'>[] = await ctx.manager.query(
      `SELECT ${ROW}, u.time_zone AS "timeZone", u.email_verified_at AS "emailVerifiedAt",
              (SELECT count(*)::int FROM user_session s WHERE s.user_id = u.id AND s.expires_at > now()) AS sessions
         FROM user_account u WHERE u.id = $1`,
      [id],
    );
    if (!row) throw notFound(`There is no user ${id}.`);
    const edit = (await this.policy.can(ctx, 'user.manage')) && (await this.mastery.has(ctx, row));
    const isOther = !isOneself(ctx, id);
    const can = { edit, role: edit && isOther && isAllPowerful(ctx), remove: edit && isOther };
    return { ...row, belongings: await ownedBy(ctx, id), can };
  }
}

function conditions(match: UserMatch, params: unknown[]): string {
  const found = ['TRUE'];
  const add = (sql: string, value: unknown): void => {
    params.push(value);
    found.push(sql.replaceAll('?', `$${params.length}`));
  };
  if (match.state !== undefined) add(`${STATE} = ?`, match.state);
  if (match.administrator !== undefined) add('u.is_administrator = ?', match.administrator);
  if (match.secondFactor !== undefined) add('(u.second_factor_at IS NOT NULL) = ?', match.secondFactor);
  if (match.ids !== undefined) add('u.id = ANY(?::int[])', match.ids);
  if (match.group !== undefined) {
    add('EXISTS (SELECT FROM user_group_member m WHERE m.user_id = u.id AND m.group_id = ?)', match.group);
  }
  for (const word of match.q?.split(/\s+/).filter(Boolean) ?? []) {
    add('(u.name ILIKE ? OR u.email ILIKE ?)', `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  }
  return found.join(' AND ');
}
