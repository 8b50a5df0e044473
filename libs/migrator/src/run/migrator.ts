import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource, QueryRunner } from 'typeorm';
import { reportTo } from '../content/progress.js';
import type { History } from './history.js';
import { withMigrationLock } from './migration-lock.js';
import type { MigrationNode } from './migration-graph.js';
import type { MigrationSet } from './migration-set.js';
import { planOfMigration } from './plan-runner.js';

/** What `migrate` is asked for. */
export interface MigrateOptions {
  /** Up or down to this migration; all when absent. */
  readonly target?: string;
  /** Records migrations as run, or as not run, and does nothing else. */
  readonly fake?: boolean;
  /** Where progress goes. */
  readonly print?: (line: string) => void;
  /** Work to be done under the lock before the first migration and after the last. */
  readonly before?: () => Promise<void>;
  readonly after?: () => Promise<void>;
}

/** One migration to be run or taken back. */
export interface Step {
  readonly node: MigrationNode;
  readonly direction: 'up' | 'down';
}

/** How long a change of the schema waits for a table that others use, before it lets them pass and tries again. */
const LOCK_TIMEOUT = '2s';
const ATTEMPTS = 5;
const LOCK_NOT_AVAILABLE = '55P03';

/** Runs migrations: one process at a time, each migration in a transaction of its own. */
export class Migrator {
  constructor(
    private readonly dataSource: DataSource,
    private readonly history: History,
    private readonly set: MigrationSet,
    private readonly rules: { readonly checkHeads: boolean } = { checkHeads: true },
  ) {}

  /** Names of the migrations that have run, in the order they did. */
  applied(): Promise<string[]> {
    return this.history.names(this.dataSource);
  }

  /** What `migrate` would do. */
  async steps(target?: string): Promise<Step[]> {
    if (this.rules.checkHeads) this.set.requireOneHead();
    const applied = await this.applied();
    const name = target === undefined ? null : this.set.require(target).node.name;
    const up = this.set.up(applied, name).map((node) => ({ node, direction: 'up' as const }));
    if (name === null || !applied.includes(name)) return up;
    return this.set.down(applied, name).map((node) => ({ node, direction: 'down' }));
  }

  /** Runs what is to be run, and answers it. A migration that fails leaves nothing; those before it stay. */
  async migrate(options: MigrateOptions = {}): Promise<Step[]> {
    const { before, after, print = () => undefined } = options;
    return withMigrationLock(this.dataSource, print, async () => {
      await before?.();
      const steps = await this.steps(options.target);
      await this.runAll(steps, options);
      await after?.();
      return steps;
    });
  }

  /** Takes the last migration back. */
  async revert(options: MigrateOptions = {}): Promise<Step | null> {
    return withMigrationLock(this.dataSource, options.print ?? (() => undefined), async () => {
      const last = (await this.applied()).at(-1);
      if (last === undefined) return null;
      const step: Step = { node: this.set.require(last).node, direction: 'down' };
      await this.runAll([step], options);
      return step;
    });
  }

  /** The SQL of steps. */
  async sqlOf(steps: readonly Step[]): Promise<{ step: Step; statements: string[] }[]> {
    const listed: { step: Step; statements: string[] }[] = [];
    for (const step of steps) {
      const { statements } = await planOfMigration(step.node.migration, step.direction);
      listed.push({ step, statements });
    }
    return listed;
  }

  private async runAll(
    steps: readonly Step[],
    { fake = false, print = () => undefined }: MigrateOptions,
  ): Promise<void> {
    const runner = this.dataSource.createQueryRunner();
    reportTo(runner, print);
    try {
      await this.history.prepare(runner);
      for (const step of steps) {
        const started = performance.now();
        await (fake ? this.record(runner, step) : this.runPatiently(runner, step, print));
        const verb = fake ? 'Recorded' : step.direction === 'up' ? 'Ran' : 'Took back';
        print(`${verb} ${step.node.name} (${Math.round(performance.now() - started)} ms)`);
      }
    } finally {
      await runner.release();
    }
  }

  private async runPatiently(runner: QueryRunner, step: Step, print: (line: string) => void): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.run(runner, step);
      } catch (error) {
        const isLocked = (error as { code?: string }).code === LOCK_NOT_AVAILABLE;
        if (!isLocked) throw new Error(`${step.node.name} failed: ${(error as Error).message}`, { cause: error });
        if (attempt === ATTEMPTS) {
          throw new Error(
            `${step.node.name} changes a table that others use, and did not get it in ${ATTEMPTS} attempts. ` +
              'Nothing of it was kept. End long transactions, or migrate when it is quiet.',
            { cause: error },
          );
        }
        print(`  ${step.node.name} waits for a table that others use (attempt ${attempt} of ${ATTEMPTS})`);
        await sleep(500 * attempt);
      }
    }
  }

  private async run(runner: QueryRunner, step: Step): Promise<void> {
    const { migration } = step.node;
    // `CREATE INDEX CONCURRENTLY` and its like refuse to run inside a transaction.
    if (migration.transaction === false) {
      await migration[step.direction](runner);
      return this.record(runner, step);
    }
    await runner.startTransaction();
    try {
      await runner.query(`SET LOCAL lock_timeout = '${LOCK_TIMEOUT}'`);
      await migration[step.direction](runner);
      await this.record(runner, step);
      await runner.commitTransaction();
    } catch (error) {
      await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    }
  }

  private record(runner: QueryRunner, { node, direction }: Step): Promise<void> {
    return direction === 'up'
      ? this.history.add(runner, node.name, node.timestamp)
      : this.history.remove(runner, node.name);
  }
}
