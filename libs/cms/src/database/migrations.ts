import { Injectable } from '@nestjs/common';
import { migrateJobTables } from '@pipit/kernel';
import { History, MigrationSet, Migrator, type MigrateOptions, type MigrationClass, type Step } from '@pipit/migrator';
import { DataSource } from 'typeorm';
import { BaseData } from '../base-data.js';
import type { Project } from '../project/project.js';
import { MIGRATIONS_TABLE } from './data-source-options.js';

/** One migration and whether it has run. */
export interface MigrationState {
  readonly name: string;
  readonly applied: boolean;
}

/** What tells the migrations of a project from Pipit's own. */
export type MigratedProject = Pick<Project, 'name' | 'migrations' | 'plugins'>;

/** Runs and lists the migrations of Pipit, of its job library and of the project. */
@Injectable()
export class Migrations {
  private readonly history = new History(MIGRATIONS_TABLE);

  constructor(
    private readonly dataSource: DataSource,
    private readonly baseData: BaseData,
  ) {}

  /**
   * The migrations by area: Pipit's, those of each plugin, the project's. Without a project they count as one area, and nobody can tell whether two branches met.
   */
  set(project: MigratedProject | null = null): MigrationSet {
    const classes = this.dataSource.migrations.map(({ constructor }) => constructor as MigrationClass);
    const plugins = project?.plugins ?? [];
    const owner = project ?? { name: 'project', migrations: [] };
    const parts = [...plugins, owner].map(({ name, migrations = [] }) => {
      const own = new Set<unknown>(migrations);
      return { area: name, classes: classes.filter((each) => own.has(each)) };
    });
    const taken = new Set(parts.flatMap(({ classes: own }) => own));
    return new MigrationSet([{ area: 'pipit', classes: classes.filter((each) => !taken.has(each)) }, ...parts]);
  }

  /**
   * Runs what is pending, each migration in a transaction of its own, adds the data every installation begins with,
   * and answers the names. Several processes may ask at once: one works, the others find nothing to do.
   */
  async run(project: MigratedProject | null = null, options: MigrateOptions = {}): Promise<string[]> {
    const { url } = this.dataSource.options as { url?: string };
    const steps = await this.migrator(project).migrate({
      ...options,
      before: () => migrateJobTables(url ?? ''),
      after: async () => {
        if ((await this.pending(project)).length === 0) await this.baseData.ensure();
      },
    });
    return steps.map(({ node }) => node.name);
  }

  /** Takes the last migration back and answers its name; null when none has run. */
  async revert(project: MigratedProject | null = null, options: MigrateOptions = {}): Promise<string | null> {
    return (await this.migrator(project).revert(options))?.node.name ?? null;
  }

  /** What `run` would do, with its SQL. */
  async plan(project: MigratedProject | null = null, target?: string): Promise<{ step: Step; statements: string[] }[]> {
    const migrator = this.migrator(project);
    return migrator.sqlOf(await migrator.steps(target));
  }

  /** The SQL of one migration, whether it has run or not. */
  async sqlOf(
    name: string,
    direction: Step['direction'] = 'up',
    project: MigratedProject | null = null,
  ): Promise<string[]> {
    const { node } = this.set(project).require(name);
    const [listed] = await this.migrator(project).sqlOf([{ node, direction }]);
    return listed?.statements ?? [];
  }

  /** Every known migration in order. */
  async list(project: MigratedProject | null = null): Promise<MigrationState[]> {
    const applied = new Set(await this.history.names(this.dataSource));
    return this.set(project)
      .all()
      .map(({ name }) => ({ name, applied: applied.has(name) }));
  }

  /** Names of migrations that have not run. */
  async pending(project: MigratedProject | null = null): Promise<string[]> {
    return (await this.list(project)).filter(({ applied }) => !applied).map(({ name }) => name);
  }

  /** Names of migrations that have run here and that this code does not have: the database is ahead of it. */
  async unknown(): Promise<string[]> {
    return this.set().unknown(await this.history.names(this.dataSource));
  }

  private migrator(project: MigratedProject | null): Migrator {
    return new Migrator(this.dataSource, this.history, this.set(project), { checkHeads: project !== null });
  }
}
