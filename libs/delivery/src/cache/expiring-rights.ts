import { Inject, Injectable } from '@nestjs/common';
import { MEDIA_OPTIONS, type MediaOptions } from '@pipit/media';
import { DataSource } from 'typeorm';

/** Looked up again by then: clocks drift, and timers know no long times. */
const AT_MOST = 3_600_000;
/** Behind the moment, so that whoever reads then finds that it has come. */
const BEHIND = 5;
/** When the database does not answer. Nothing kept is given out meanwhile. */
const AGAIN = 1000;

/**
 * Calls when rights of an image expire, where the project hides such images: nobody writes anything then, so nothing else
 * tells.
 */
@Injectable()
export class ExpiringRights {
  private readonly isNeeded: boolean;
  private timer: NodeJS.Timeout | undefined;
  private asked = 0;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(MEDIA_OPTIONS) { expiredImages }: Pick<MediaOptions, 'expiredImages'>,
  ) {
    this.isNeeded = expiredImages === 'hide';
  }

  /** Calls `expired` at the next moment; to be said again whenever images changed. */
  async await(expired: () => void): Promise<void> {
    if (!this.isNeeded) return;
    this.asked += 1;
    const question = this.asked;
    const wait = await this.next().catch(() => AGAIN);
    // Who asked later knows better.
    if (question === this.asked) this.call(wait, expired);
  }

  stop(): void {
    this.asked += 1;
    clearTimeout(this.timer);
  }

  private call(wait: number, expired: () => void): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      expired();
      void this.await(expired);
    }, wait).unref();
  }

  /** Milliseconds to the next moment, by the database's clock. */
  private async next(): Promise<number> {
    const rows: { wait: number | null }[] = await this.dataSource.query(
      `SELECT extract(epoch FROM min(rights_expire_at) - clock_timestamp())::float8 * 1000 AS wait
         FROM image WHERE rights_expire_at > clock_timestamp()`,
    );
    return Math.min(Math.max(0, rows[0]?.wait ?? AT_MOST) + BEHIND, AT_MOST);
  }
}
