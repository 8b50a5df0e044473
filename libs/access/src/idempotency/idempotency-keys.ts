import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { JobHandler, newUuid } from '@pipit/kernel';
import { DataSource, type EntityManager } from 'typeorm';
import { alreadyDone, inProgress, keyReused } from './errors.js';
import { IdempotencyKey } from './idempotency-key.entity.js';

/** A request that may come more than once. */
export interface RepeatableRequest {
  readonly userId: number;
  readonly key: string;
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly body: string;
}

/** What to do with a request: do it, as this run of it, or give the answer it had. */
export type Claim =
  | { readonly kind: 'run'; readonly run: string }
  | { readonly kind: 'answered'; readonly status: number; readonly answer: string | null };

/** A run of which nothing is heard for so long has died with its process. */
const SILENCE = `interval '30 seconds'`;
const KEPT = `interval '24 hours'`;
/** How often a run says that it is there. */
const BEAT = 10_000;
/** How long a twin waits for the answer of the other. */
const PATIENCE = 10_000;

interface Known extends IdempotencyKey {
  readonly isExpired: boolean;
  readonly isSilent: boolean;
}

/** Sees to it that a request with a key is done once, however often it comes and whichever process gets it. */
@Injectable()
export class IdempotencyKeys {
  constructor(private readonly dataSource: DataSource) {}

  /** Takes the request on, or finds its answer. Waits for a twin that is at work. */
  async claim(request: RepeatableRequest): Promise<Claim> {
    const until = Date.now() + PATIENCE;
    for (let wait = 50; ; wait = Math.min(wait * 2, 500)) {
      const claim = (await this.begin(request)) ?? (await this.lookAt(request));
      if (claim) return claim;
      if (Date.now() + wait > until) throw inProgress('The same request is still at work.', [], { retryAfter: 2 });
      await pause(wait);
    }
  }

  /** Says for as long as a run lasts that it is at work; the result ends that. */
  keepAlive(run: string): () => void {
    const beat = (): void =>
      void this.dataSource
        .query('UPDATE idempotency_key SET seen_at = now() WHERE run = $1', [run])
        .catch(() => undefined);
    const timer = setInterval(beat, BEAT).unref();
    return () => clearInterval(timer);
  }

  /** Notes in a transaction of the run that it takes effect; refuses when another run has taken over. */
  async noteEffect(manager: EntityManager, run: string): Promise<void> {
    const rows: [unknown[], number] = await manager.query(
      'UPDATE idempotency_key SET is_done = true WHERE run = $1 RETURNING run',
      [run],
    );
    if (rows[1] === 0) throw inProgress('This request was given up for lost, and another one took it on.');
  }

  /** Keeps the answer for whoever asks again. */
  async keepAnswer(run: string, status: number, answer: string | null): Promise<void> {
    await this.dataSource.query('UPDATE idempotency_key SET status = $2, answer = $3, is_done = true WHERE run = $1', [
      run,
      status,
      answer,
    ]);
  }

  /** The run came to nothing: the next one begins anew. What took effect in part stays known as done. */
  async giveUp(run: string): Promise<void> {
    await this.dataSource.query('DELETE FROM idempotency_key WHERE run = $1 AND NOT is_done', [run]);
    await this.dataSource.query(`UPDATE idempotency_key SET seen_at = 'epoch' WHERE run = $1`, [run]);
  }

  /** Forgets what is older than a day. */
  @JobHandler('access:sweep-idempotency-keys', { cron: '17 * * * *' })
  async sweep(): Promise<void> {
    await this.dataSource.query(`DELETE FROM idempotency_key WHERE started_at < now() - ${KEPT}`);
  }

  private async begin({ userId, key, method, path, body }: RepeatableRequest): Promise<Claim | null> {
    const [run, salt] = [newUuid(), newUuid()];
    const rows: unknown[] = await this.dataSource.query(
      `INSERT INTO idempotency_key (user_id, key, method, path, body_hash, salt, run, started_at, seen_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, now(), now()) ON CONFLICT DO NOTHING RETURNING run`,
      [userId, key, method, path, hashOf(salt, body), salt, run],
    );
    return rows.length > 0 ? { kind: 'run', run } : null;
  }

  /** Null: look again soon. */
  private async lookAt(request: RepeatableRequest): Promise<Claim | null> {
    const known = await this.find(request);
    if (!known) return null;
    if (known.isExpired) {
      await this.dataSource.query('DELETE FROM idempotency_key WHERE run = $1', [known.run]);
      return null;
    }
    const { method, path, body } = request;
    if (known.method !== method || known.path !== path || known.bodyHash !== hashOf(known.salt, body)) {
      throw keyReused('This Idempotency-Key was used for another request. Use a new one for each request.');
    }
    if (known.status !== null) return { kind: 'answered', status: known.status, answer: known.answer };
    if (!known.isSilent) return null;
    if (known.isDone) throw alreadyDone('This request was done, but its answer is lost. Read what there is now.');
    return this.takeOver(known.run);
  }

  private async find({ userId, key }: RepeatableRequest): Promise<Known | null> {
    const rows: Known[] = await this.dataSource.query(
      `SELECT method, path, body_hash AS "bodyHash", salt, run, is_done AS "isDone", status, answer,
              started_at < now() - ${KEPT} AS "isExpired", seen_at < now() - ${SILENCE} AS "isSilent"
         FROM idempotency_key WHERE user_id = $1 AND key = $2`,
      [userId, key],
    );
    return rows[0] ?? null;
  }

  private async takeOver(former: string): Promise<Claim | null> {
    const run = newUuid();
    const [, taken]: [unknown[], number] = await this.dataSource.query(
      `UPDATE idempotency_key SET run = $2, started_at = now(), seen_at = now()
        WHERE run = $1 AND NOT is_done RETURNING run`,
      [former, run],
    );
    return taken > 0 ? { kind: 'run', run } : null;
  }
}

function hashOf(salt: string, body: string): string {
  return createHash('sha256').update(salt).update(body).digest('hex');
}
