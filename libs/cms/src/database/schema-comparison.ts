import { Injectable } from '@nestjs/common';
import {
  compareSchema,
  knownRenames,
  planOfMigration,
  type Comparison,
  type MigrationPlan,
  type RenameAnswers,
} from '@pipit/migrator';
import { DataSource } from 'typeorm';
import type { Plugin } from '../project/plugin.js';
import type { Project } from '../project/project.js';
import { Migrations } from './migrations.js';

/** Compares declared entities with the database. */
@Injectable()
export class SchemaComparison {
  constructor(
    private readonly dataSource: DataSource,
    private readonly migrations: Migrations,
  ) {}

  /** Differences: those of Pipit's own tables, of the project's, and of each plugin's. */
  async compare(project: Project, answers?: RenameAnswers): Promise<Comparison> {
    const areas = this.migrations.set(project).areas;
    const [core, ...others] = await Promise.all(areas.map((area) => this.plansOf(area.nodes)));
    const nodes = areas.flatMap((area) => area.nodes);
    const plugins = (project.plugins ?? []).map((plugin, index) => ({
      classes: classesOf(plugin),
      tables: tablesMadeBy(others[index]),
    }));
    return compareSchema(this.dataSource, {
      classes: classesOf(project),
      plugins,
      ...(answers ? { answers } : {}),
      known: knownRenames(others.flat().flatMap(({ notes }) => notes)),
      named: new Set(nodes.flatMap(({ migration }) => migration.named ?? [])),
      coreTables: tablesMadeBy(core),
    });
  }

  private plansOf(nodes: readonly { migration: Parameters<typeof planOfMigration>[0] }[]): Promise<MigrationPlan[]> {
    return Promise.all(nodes.map(({ migration }) => planOfMigration(migration, 'up')));
  }
}

/** What a project or a plugin has tables for. */
function classesOf({
  types = [],
  models = [],
  entities = [],
}: Pick<Plugin, 'types' | 'models' | 'entities'>): object[] {
  return [...types, ...models.map(({ target }) => target), ...entities];
}

function tablesMadeBy(plans: readonly MigrationPlan[] = []): Set<string> {
  const made = plans.flatMap(({ statements }) => statements.map(createdTable));
  return new Set(made.filter((table) => table !== null));
}

const createdTable = (sql: string): string | null => /^CREATE TABLE "([^"]+)"/.exec(sql)?.[1] ?? null;
