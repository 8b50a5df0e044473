import { actorUserId, type Ctx } from '@pipit/kernel';
import { isAllPowerful } from '../policy.js';

/** A token in a list. Its secret is nowhere. */
export interface ApiTokenRow {
  readonly id: number;
  readonly name: string;
  readonly prefix: string;
  readonly delivery: boolean;
  readonly preview: boolean;
  readonly permissions: readonly string[];
  readonly origins: readonly string[];
  readonly networks: readonly string[];
  readonly expiresAt: Date | null;
  /** Until when the secret before the present one is good; null when it is not. */
  readonly formerUntil: Date | null;
  readonly lastUsedAt: Date | null;
  readonly createdAt: Date;
  readonly user: { readonly id: number; readonly name: string };
}

/** One's own tokens; for administrators everybody's. */
export function apiTokens(ctx: Ctx): Promise<ApiTokenRow[]> {
  return ctx.manager.query(
    `SELECT t.id, t.name, t.prefix, t.delivery, t.preview, t.permissions, t.origins, t.networks, t.expires_at AS "expiresAt",
            CASE WHEN t.former_until > now() THEN t.former_until END AS "formerUntil",
            t.last_used_at AS "lastUsedAt", t.created_at AS "createdAt", json_build_object('id', u.id, 'name', u.name) AS "user"
       FROM api_token t JOIN user_account u ON u.id = t.user_id
      WHERE $1 OR t.user_id = $2 ORDER BY t.created_at DESC, t.id DESC`,
    [isAllPowerful(ctx), actorUserId(ctx.actor)],
  );
}
