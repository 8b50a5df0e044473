import { Injectable } from '@nestjs/common';
import { JobHandler } from '@pipit/kernel';
import { DataSource } from 'typeorm';

/** Forgets what has run out: it is refused anyway, this keeps the tables small. */
@Injectable()
export class SessionSweep {
  constructor(private readonly dataSource: DataSource) {}

  @JobHandler('users:sweep-sessions', { cron: '41 3 * * *' })
  async sweep(): Promise<void> {
    await this.dataSource.query('DELETE FROM user_session WHERE expires_at < now()');
    // A used token is kept for a while, so that a copy of it still gives its thief away.
    await this.dataSource.query(`DELETE FROM refresh_token WHERE expires_at < now() - interval '1 day'`);
    await this.dataSource.query('DELETE FROM one_time_token WHERE expires_at < now()');
    await this.dataSource.query('DELETE FROM login_attempt WHERE window_ends_at < now()');
  }
}
