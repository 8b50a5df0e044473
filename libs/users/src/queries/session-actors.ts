import { Injectable } from '@nestjs/common';
import type { UserActor } from '@pipit/kernel';
import { DataSource } from 'typeorm';

interface ActorRow {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly isAdministrator: boolean;
  readonly groupIds: number[];
}

/** Who is behind a session, asked for every request, so that ending one or deactivating somebody works at once. */
@Injectable()
export class SessionActors {
  constructor(private readonly dataSource: DataSource) {}

  /** Null when the session has ended, is not this user's, or the user is not active any more. */
  async find(sessionId: string, userId: number): Promise<UserActor | null> {
    const [row]: ActorRow[] = await this.dataSource.query(
      `SELECT account.id, account.name, account.email, account.is_administrator AS "isAdministrator",
              ARRAY(SELECT group_id FROM user_group_member WHERE user_id = account.id ORDER BY group_id) AS "groupIds"
         FROM user_session session JOIN user_account account ON account.id = session.user_id
        WHERE session.id = $1 AND account.id = $2 AND account.is_active AND session.expires_at > now()`,
      [sessionId, userId],
    );
    return row ? { kind: 'user', userId: row.id, name: row.name, email: row.email, ...rightsOf(row) } : null;
  }
}

function rightsOf(row: ActorRow): Pick<UserActor, 'isAdministrator' | 'groupIds'> {
  return { isAdministrator: row.isAdministrator, groupIds: row.groupIds };
}
