import { Injectable } from '@nestjs/common';
import { JobHandler, systemCtx } from '@pipit/kernel';
import { DataSource } from 'typeorm';
import { Uploads } from './uploads.js';

/** Ends uploads that nobody finished or used in time. */
@Injectable()
export class UploadCleanup {
  constructor(
    private readonly dataSource: DataSource,
    private readonly uploads: Uploads,
  ) {}

  /** Hourly. */
  @JobHandler('media:expire-uploads', { cron: '37 * * * *' })
  async expire(): Promise<void> {
    const ctx = systemCtx(this.dataSource.manager, 'uploads');
    while ((await this.uploads.removeExpired(ctx)) > 0);
  }
}
