import type { QueryRunner } from 'typeorm';

/** Something a migration does beside SQL. */
export interface PlanNote {
  readonly kind: 'content' | 'renameField' | 'renameType';
  readonly type: string;
  readonly field?: string;
  readonly from?: string;
  /** Of blocks and members in the field. */
  readonly renames?: readonly string[];
  readonly label: string;
}

/** What a migration would do. */
export interface MigrationPlan {
  readonly statements: string[];
  readonly notes: PlanNote[];
  note(note: PlanNote): void;
}

const plans = new WeakMap<object, MigrationPlan>();

/** The plan a runner is writing; null for one that works on a database. */
export function planOf(runner: QueryRunner): MigrationPlan | null {
  return plans.get(runner) ?? null;
}

/** A runner that writes down what it is told and touches nothing; every question is answered with no rows. */
export function planRunner(): { runner: QueryRunner; plan: MigrationPlan } {
  const statements: string[] = [];
  const notes: PlanNote[] = [];
  const note = (given: PlanNote): void => {
    notes.push(given);
    statements.push(`-- ${given.label}`);
  };
  const plan = { statements, notes, note };
  const query = (sql: string, parameters?: unknown[]): Promise<unknown[]> => {
    statements.push(parameters?.length ? `${sql} -- ${JSON.stringify(parameters)}` : sql);
    return Promise.resolve([]);
  };
  const runner = new Proxy({ query } as unknown as QueryRunner, {
    get: (target, name) =>
      name === 'query' || name === 'then' ? (Reflect.get(target, name) as unknown) : notKnown(String(name)),
  });
  plans.set(runner, plan);
  return { runner, plan };
}

function notKnown(name: string): never {
  throw new Error(`it calls runner.${name}, which depends on the database`);
}

/** What a migration does, up or down, as far as that can be told without a database. */
export async function planOfMigration(
  migration: { up(runner: QueryRunner): Promise<unknown>; down(runner: QueryRunner): Promise<unknown> },
  direction: 'up' | 'down',
): Promise<MigrationPlan> {
  const { runner, plan } = planRunner();
  try {
    await migration[direction](runner);
  } catch (error) {
    plan.statements.push(`-- What follows cannot be told without running it: ${(error as Error).message}`);
  }
  return plan;
}
