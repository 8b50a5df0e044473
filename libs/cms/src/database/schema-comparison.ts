import { Injectable } from '@nestjs/common';
import {
  compareSchema,
  planOfMigration,
  type Comparison,
  type MigrationPlan,
  type RenameAnswers,
} from '@pipit/migrator';
import { DataSource } from 'typeorm';
import type { Project } from '../project/project.js';
import { Migrations } from './migrations.js';

/** Compares declared entities with the database. */
@Injectable()
export class SchemaComparison {
  constructor(
    private readonly dataSource: DataSource,
    private readonly migrations: Migrations,
  ) {}

  /** Differences, those of the project's own tables apart from those of Pipit's. */
  async compare(project: Project, answers?: RenameAnswers): Promise<Comparison> {
    const models = (project.models ?? []).map(({ target }) => target);
    const [core, own] = await Promise.all(this.migrations.set(project).areas.map((area) => this.plansOf(area.nodes)));
    const nodes = this.migrations.set(project).areas.flatMap((area) => area.nodes);
    const renames = (own ?? []).flatMap(({ notes }) => notes.filter(({ kind }) => kind === 'renameField'));
    const made = (core ?? []).flatMap(({ statements }) => statements.map(createdTable));
    return compareSchema(this.dataSource, {
      classes: [...project.types, ...models],
      ...(answers ? { answers } : {}),
      known: new Set(renames.map(({ type, from, field }) => `${type}.${from}=${field}`)),
      named: new Set(nodes.flatMap(({ migration }) => migration.named ?? [])),
      coreTables: new Set(made.filter((table) => table !== null)),
    });
  }

  private plansOf(nodes: readonly { migration: Parameters<typeof planOfMigration>[0] }[]): Promise<MigrationPlan[]> {
    return Promise.all(nodes.map(({ migration }) => planOfMigration(migration, 'up')));
  }
}

const createdTable = (sql: string): string | null => /^CREATE TABLE "([^"]+)"/.exec(sql)?.[1] ?? null;
