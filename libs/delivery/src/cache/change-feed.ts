import { randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { CHANNEL, readChange, type Purge } from './content-change.js';

/** How often the connection has to show that it is alive, and how long it may be silent: with both, less than a second. */
const HEARTBEAT = 200;
const SILENCE = 700;
/** How long a commit waits to hear of itself before this process gives its cache up. */
const PATIENCE = 1000;
const RETRY = 1000;
const FENCE = 'fence:';

/** Whoever keeps what changes may make untrue. */
export interface ChangeListener {
  purge(purge: Purge): void;
}

/**
 * Hears of changes of content on a connection of its own. While it cannot be sure to hear of all of them within a
 * second it says so, and whatever was kept is forgotten: changes may have passed unheard.
 */
@Injectable()
export class ChangeFeed {
  private readonly logger = new Logger('ContentChanges');
  private client: pg.Client | null = null;
  private timer: NodeJS.Timeout | undefined;
  private lastHeard = -Infinity;
  private isEnded = false;
  private readonly fences = new Map<string, () => void>();
  private nextFence: Promise<void> | null = null;
  private currentFence: Promise<void> = Promise.resolve();

  private listener: ChangeListener = { purge: () => undefined };

  constructor(private readonly dataSource: DataSource) {}

  /** True while all changes are heard of. */
  get isListening(): boolean {
    return performance.now() - this.lastHeard < SILENCE;
  }

  /** Begins to listen. Resolves when that was tried once; a connection that fails is tried for again and again. */
  async start(listener: ChangeListener): Promise<void> {
    this.listener = listener;
    await this.connect();
  }

  /** Listens no more. */
  async stop(): Promise<void> {
    this.isEnded = true;
    clearTimeout(this.timer);
    const { client } = this;
    this.lose(client, null);
    await client?.end().catch(() => undefined);
  }

  /**
   * Waits until everything that was committed before has been heard of here. Commits that come while one waits share
   * the next fence, so that a storm of them costs no more than a few.
   */
  async fence(): Promise<void> {
    // Also while it is silent: as soon as it speaks again, what it said before counts.
    if (!this.client) return;
    const fence = (this.nextFence ??= this.afterCurrent());
    await fence;
  }

  private async afterCurrent(): Promise<void> {
    await this.currentFence;
    this.nextFence = null;
    this.currentFence = this.pass();
    await this.currentFence;
  }

  private async pass(): Promise<void> {
    const { client } = this;
    if (!client) return;
    const name = FENCE + randomUUID();
    const heard = new Promise<void>((resolve) => this.fences.set(name, resolve));
    const late = setTimeout(() => this.lose(client, new Error('It did not answer in time.')), PATIENCE);
    try {
      // In a transaction of its own, and Postgres tells of transactions in the order of their commits.
      client.query(`SELECT pg_notify('${CHANNEL}', $1)`, [name]).catch((error: Error) => this.lose(client, error));
      await heard;
    } finally {
      clearTimeout(late);
      this.fences.delete(name);
    }
  }

  private async connect(): Promise<void> {
    if (this.isEnded) return;
    const { url, extra } = this.dataSource.options as { url?: string; extra?: object };
    const client = new pg.Client({ connectionString: url, ...extra, keepAlive: true });
    this.client = client;
    client.on('error', (error) => this.lose(client, error));
    client.on('end', () => this.lose(client, new Error('The connection ended.')));
    client.on('notification', ({ payload = '' }) => this.hear(payload));
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
      // Behind some poolers LISTEN is accepted and never hears anything: the first fence finds out.
      await this.pass();
      if (this.client === client) this.beat(client);
    } catch (error) {
      this.lose(client, error as Error);
    }
  }

  private beat(client: pg.Client): void {
    const asked = performance.now();
    client.query('SELECT 1').then(
      () => {
        if (this.client !== client) return;
        this.lastHeard = asked;
        this.timer = setTimeout(() => this.beat(client), HEARTBEAT);
        this.timer.unref();
      },
      (error: Error) => this.lose(client, error),
    );
    const late = setTimeout(() => {
      if (this.lastHeard < asked) this.lose(client, new Error('It did not answer in time.'));
    }, PATIENCE);
    late.unref();
  }

  private hear(payload: string): void {
    if (payload.startsWith(FENCE)) this.fences.get(payload)?.();
    else this.listener.purge(readChange(payload));
  }

  private lose(client: pg.Client | null, error: Error | null): void {
    if (!client || this.client !== client) return;
    this.client = null;
    this.lastHeard = -Infinity;
    this.listener.purge('everything');
    for (const pass of this.fences.values()) pass();
    client.end().catch(() => undefined);
    if (!error || this.isEnded) return;
    this.logger.warn(`Changes of content are not heard of; answers are not kept until they are. ${error.message}`);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.connect(), RETRY);
    this.timer.unref();
  }
}
