import { Injectable } from '@nestjs/common';
import { childItemClassesOf, entitiesOf } from '@pipit/content-types';
import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';
import type { Project } from '../project/project.js';

/** Statements that bring the database to what the entities declare, and back. */
export interface SchemaChanges {
  readonly up: string[];
  readonly down: string[];
}

/** Compares declared entities with the database. */
@Injectable()
export class SchemaComparison {
  constructor(private readonly dataSource: DataSource) {}

  /** Differences, those of the project's own tables apart from those of Pipit's. */
  async compare(project: Project): Promise<{ core: SchemaChanges; project: SchemaChanges }> {
    const memory = await this.dataSource.driver.createSchemaBuilder().log();
    const owned = this.tablesOf(project);
    const isOwned = (sql: string): boolean => owned.has(tableOf(sql, owned));
    const up = memory.upQueries.map(statement);
    const down = memory.downQueries.map(statement).reverse();
    return {
      core: { up: up.filter((sql) => !isOwned(sql)), down: down.filter((sql) => !isOwned(sql)) },
      project: { up: up.filter(isOwned), down: down.filter(isOwned) },
    };
  }

  /** Tables of the project's types, of their child items and of the joins between. */
  private tablesOf(project: Project): Set<string> {
    const models = (project.models ?? []).map(({ target }) => target);
    const classes = entitiesOf([...project.types, ...project.types.flatMap(childItemClassesOf), ...models]);
    const tables = new Set<string>();
    for (const target of classes) {
      const metadata = this.dataSource.getMetadata(target as EntityTarget<ObjectLiteral>);
      tables.add(metadata.tableName);
      for (const join of metadata.manyToManyRelations) {
        if (join.junctionEntityMetadata) tables.add(join.junctionEntityMetadata.tableName);
      }
    }
    return tables;
  }
}

function statement(query: { query: string; parameters?: unknown[] }): string {
  if (query.parameters?.length) throw new Error(`A schema change came with parameters: ${query.query}`);
  return query.query;
}

/** The table a statement changes: the first it names, or for an index being dropped the one whose name it bears. */
function tableOf(sql: string, owned: ReadonlySet<string>): string {
  const direct = /(?:TABLE|ON|COMMENT ON COLUMN)\s+(?:IF (?:NOT )?EXISTS\s+)?(?:"public"\.)?"([^"]+)"/.exec(sql)?.[1];
  if (direct) return direct;
  const quoted = [...sql.matchAll(/"([^"]+)"/g)].map((match) => match[1]!);
  return [...owned].find((table) => quoted.some((name) => name.includes(table))) ?? '';
}
