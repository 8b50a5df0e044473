import { Injectable } from '@nestjs/common';
import { ActorSource } from '@pipit/access';
import { kept, type Ctx, type UserActor } from '@pipit/kernel';
import { DataSource, type EntityManager } from 'typeorm';

type ActorRow = Omit<UserActor, 'kind' | 'groupIds'> & { readonly groupIds: number[] };

/** What makes an account the one who acts. */
const ACTOR = `account.id AS "userId", account.name, account.email, account.is_administrator AS "isAdministrator",
  ARRAY(SELECT group_id FROM user_group_member WHERE user_id = account.id ORDER BY group_id) AS "groupIds"`;

/** Who acts, asked anew each time, so that ending a session, deactivating somebody or changing groups works at once. */
@Injectable()
export class SessionActors extends ActorSource {
  constructor(private readonly dataSource: DataSource) {
    super();
  }

  /** Null when the session has ended, is not this user's, or the user is not active any more. */
  async find(sessionId: string, userId: number): Promise<UserActor | null> {
    const [row]: ActorRow[] = await this.dataSource.query(
      kept(`SELECT ${ACTOR} FROM user_session session JOIN user_account account ON account.id = session.user_id
             WHERE session.id = $1 AND account.id = $2 AND account.is_active AND session.expires_at > now()`),
      [sessionId, userId],
    );
    return row ? { kind: 'user', ...row, sessionId } : null;
  }

  actorOf(ctx: Ctx, userId: number): Promise<UserActor | null> {
    return this.byId(ctx.manager, userId);
  }

  /** The person with the rights they have now; null when the account is gone or suspended. */
  async byId(manager: EntityManager, userId: number): Promise<UserActor | null> {
    const [row]: ActorRow[] = await manager.query(
      `SELECT ${ACTOR} FROM user_account account WHERE account.id = $1 AND account.is_active`,
      [userId],
    );
    return row ? { kind: 'user', ...row } : null;
  }
}
